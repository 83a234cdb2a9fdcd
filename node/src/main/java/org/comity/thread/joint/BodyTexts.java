package org.comity.thread.joint;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Bounds the texts of a body that no table of fields bounds (R23): every party reads, keeps and indexes what the keeper lets
 * in.
 */
final class BodyTexts {

    private static final int LONGEST = 8000;

    private BodyTexts() {}

    static boolean fit(@Nullable Object body) {
        return switch (body) {
            case String text -> text.length() <= LONGEST;
            case Map<?, ?> map -> map.values().stream().allMatch(BodyTexts::fit);
            case Collection<?> list -> list.stream().allMatch(BodyTexts::fit);
            case null, default -> true;
        };
    }
}
