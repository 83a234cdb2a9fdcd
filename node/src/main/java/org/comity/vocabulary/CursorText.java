package org.comity.vocabulary;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the place where a list was left as one word for an address, and reads it again. */
public final class CursorText {

    private CursorText() {}

    /** @param parts none of which holds a bar */
    public static String of(Object... parts) {
        var plain = Stream.of(parts).map(Object::toString).collect(Collectors.joining("|"));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
    }

    /** @return so many parts; null of a text that is longer than that, or is none of ours */
    public static @Nullable List<String> read(@Nullable String text, int parts, int longest) {
        if (text == null || text.isBlank() || text.length() > longest) return null;
        try {
            var read = List.of(new String(Base64.getUrlDecoder().decode(text), UTF_8).split("\\|", -1));
            return read.size() == parts ? read : null;
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }
}
