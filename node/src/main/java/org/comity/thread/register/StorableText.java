package org.comity.thread.register;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says whether a database can keep every text of a JSON value: JSON may hold the character U+0000, no text column can. */
final class StorableText {

    private StorableText() {}

    static boolean is(@Nullable Object json) {
        return switch (json) {
            case String text -> text.indexOf('\0') < 0;
            case List<?> list -> list.stream().allMatch(StorableText::is);
            case Map<?, ?> map -> map.entrySet().stream().allMatch(it -> is(it.getKey()) && is(it.getValue()));
            case null, default -> true;
        };
    }
}
