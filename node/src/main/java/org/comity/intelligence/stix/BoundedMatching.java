package org.comity.intelligence.stix;

import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Matches text against the patterns of schemas and gives up where that would take too long: those of OASIS nest repetitions,
 * and a matcher may then take a time that doubles with each letter of a text made for it, or a frame of the stack with each.
 */
final class BoundedMatching implements RegularExpressionFactory {

    private static final int STEPS = 200_000;
    private static final int STEPS_A_LETTER = 40;

    /** Of all texts of one file. */
    private static final int STEPS_A_FILE = 100_000_000;

    /** Letters of a text that is matched: no id, name of a product or selector is longer. */
    private static final int LONGEST = 1_000;

    /** Of whole files in letters; a matcher goes through these without a frame for each letter. */
    private static final Set<String> OF_ANY_LENGTH = Set.of(
            "^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{4}|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{2}==)$", "^([a-fA-F0-9]{2})+$");

    private static final ScopedValue<int[]> LEFT = ScopedValue.newInstance();

    /** All that is matched in it has one bound of steps together. */
    static <T> T inOneFile(Supplier<T> reading) {
        return ScopedValue.where(LEFT, new int[] {STEPS_A_FILE}).call(reading::get);
    }

    @Override
    public RegularExpression getRegularExpression(String regex) {
        // As in ECMA 262, the end is the end: not the place before a last line break.
        var pattern = Pattern.compile(regex.endsWith("$") && !regex.endsWith("\\$") ? cut(regex) + "\\z" : regex);
        boolean bounded = !OF_ANY_LENGTH.contains(regex);
        return text -> {
            if (bounded && text.length() > LONGEST) throw new GaveUp();
            int[] ofFile = LEFT.isBound() ? LEFT.get() : new int[] {STEPS_A_FILE};
            int most = Math.min(ofFile[0], STEPS + STEPS_A_LETTER * text.length());
            int[] left = {most};
            try {
                return pattern.matcher(new Counted(text, left)).find();
            } finally {
                ofFile[0] -= most - Math.max(0, left[0]);
            }
        };
    }

    private static String cut(String regex) {
        return regex.substring(0, regex.length() - 1);
    }

    /** The text took too long to match. */
    static final class GaveUp extends RuntimeException {
        GaveUp() {
            super("too many steps", null, false, false);
        }
    }

    /** Counts the letters that are looked at. */
    private record Counted(CharSequence text, int[] left) implements CharSequence {

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int at) {
            if (left[0]-- <= 0) throw new GaveUp();
            return text.charAt(at);
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            return new Counted(text.subSequence(from, to), left);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
