package org.comity.ui;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.comity.proof.form.DirectionCharacters;
import org.comity.proof.form.NormalForm;
import org.jspecify.annotations.Nullable;

/** What somebody typed or pasted, as an act or a file may hold it. */
public final class TypedText {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]");
    private static final Pattern HALF = Pattern.compile("\\p{Cs}");
    /** Embeddings, overrides and isolates of direction; what has no width; tags; none of them a letter's part. */
    private static final Pattern UNSEEN =
            Pattern.compile("[" + DirectionCharacters.EMBEDDINGS_AND_OVERRIDES + DirectionCharacters.ISOLATES
                    + "\\u00AD\\u180E\\u200B\\u2060-\\u206F\\uFEFF\\uFFF9-\\uFFFB\\x{E0000}-\\x{E007F}\\p{Cntrl}]");

    /** Marks of direction and joiners alone are no name. */
    private static final Pattern NOTHING = Pattern.compile("[\\s\\u200C\\u200D" + DirectionCharacters.MARKS + "]*");

    private static final char DELETE = '\u007f';
    private static final char FIRST_MARK = '\u0300';

    private TypedText() {}

    /** Composed characters, one kind of line end, no control characters, no lone surrogates, no endless marks; never null. */
    public static String clean(@Nullable String text) {
        if (text == null) {
            return "";
        }
        if (text.chars().allMatch(TypedText::plain)) {
            return text.strip();
        }
        var lines = CONTROL.matcher(text.replace("\r\n", "\n")).replaceAll("");
        return NormalForm.composed(HALF.matcher(lines).replaceAll("")).strip();
    }

    /**
     * One line, such as a name or a title: without what nobody sees and turns or hides what others read. Letters of every
     * script stay, with what joins them, and so do the marks of direction that bear no more than themselves.
     */
    public static String line(@Nullable String text) {
        var line = UNSEEN.matcher(clean(text).replaceAll("[\\n\\t\\u2028\\u2029]+", " "))
                .replaceAll("")
                .strip();
        return NOTHING.matcher(line).matches() ? "" : line;
    }

    /** As it came under this name, the first alone; null where there is none. */
    public static @Nullable String first(Map<String, List<String>> form, String name) {
        var typed = form.getOrDefault(name, List.of());
        return typed.isEmpty() ? null : typed.getFirst();
    }

    /** It stays as it is: no control character, no half of a pair, and before the first mark that composes. */
    private static boolean plain(int unit) {
        return unit >= ' ' && unit < FIRST_MARK && unit != DELETE || unit == '\n' || unit == '\t';
    }

    /** A day from 2000 to 2200, as ISO 8601 writes it; empty for anything else. */
    public static Optional<LocalDate> day(@Nullable String text) {
        return day(text, 2000);
    }

    /** A day from 1000 to 2200: laws and treaties in force may be older than any person. */
    public static Optional<LocalDate> dayOfLaw(@Nullable String text) {
        return day(text, 1000);
    }

    private static Optional<LocalDate> day(@Nullable String text, int firstYear) {
        try {
            var day = LocalDate.parse(clean(text));
            return day.getYear() < firstYear || day.getYear() > 2200 ? Optional.empty() : Optional.of(day);
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }
}
