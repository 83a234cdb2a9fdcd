package org.comity.ui;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody typed or pasted, as an act or a file may hold it. */
public final class TypedText {

    private TypedText() {}

    /** Composed characters, one kind of line end, no control characters, no lone surrogates; never null. */
    public static String clean(@Nullable String text) {
        if (text == null) {
            return "";
        }
        var lines = text.replace("\r\n", "\n");
        var kept = new StringBuilder(lines.length());
        for (int at = 0; at < lines.length(); ) {
            int point = lines.codePointAt(at);
            if (stays(point)) {
                kept.appendCodePoint(point);
            }
            at += Character.charCount(point);
        }
        return Normalizer.normalize(kept, Normalizer.Form.NFC).strip();
    }

    /** No control character of ASCII but the ends of lines and cells, and no half of a pair without its other half. */
    private static boolean stays(int point) {
        return point == '\n'
                || point == '\t'
                || point >= ' '
                        && point != 0x7f
                        && !(point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    /** A day from 2000 to 2200, as ISO 8601 writes it; empty for anything else. */
    public static Optional<LocalDate> day(@Nullable String text) {
        try {
            var day = LocalDate.parse(clean(text));
            return day.getYear() < 2000 || day.getYear() > 2200 ? Optional.empty() : Optional.of(day);
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }
}
