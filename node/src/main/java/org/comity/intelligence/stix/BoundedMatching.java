package org.comity.intelligence.stix;

import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;
import java.util.regex.Pattern;

/**
 * Matches text against the patterns of schemas and gives up where that would take too long: those of OASIS nest repetitions,
 * and a matcher may then take a time that doubles with each letter of a text made for it.
 */
final class BoundedMatching implements RegularExpressionFactory {

    private static final int STEPS = 200_000;
    private static final int STEPS_A_LETTER = 40;

    @Override
    public RegularExpression getRegularExpression(String regex) {
        // As in ECMA 262, the end is the end: not the place before a last line break.
        var pattern = Pattern.compile(regex.endsWith("$") && !regex.endsWith("\\$") ? cut(regex) + "\\z" : regex);
        return text -> pattern.matcher(new Counted(text, new int[] {STEPS + STEPS_A_LETTER * text.length()}))
                .find();
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
