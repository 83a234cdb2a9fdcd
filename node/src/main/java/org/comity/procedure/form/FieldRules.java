package org.comity.procedure.form;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rules of content that every procedure asks of its fields; each throws {@link FieldBroken}.
 *
 * @param law the procedure as the law data name it, e.g. {@code preservation}
 */
public record FieldRules(String law) {

    public static final int LONGEST_TEXT = 8000;

    /** Rows and lists within the body count too, under the name of their field. */
    public void notTooLong(Map<String, Object> body) {
        body.forEach((key, value) -> {
            if (tooLong(value)) {
                throw broken("too-long", key);
            }
        });
    }

    private static boolean tooLong(@Nullable Object value) {
        return switch (value) {
            case String text -> text.length() > LONGEST_TEXT;
            case List<?> list -> list.stream().anyMatch(FieldRules::tooLong);
            case Map<?, ?> map -> map.values().stream().anyMatch(FieldRules::tooLong);
            case null, default -> false;
        };
    }

    public FieldBroken broken(String what, String key) {
        return new FieldBroken(law, what, key);
    }
}
