package org.comity.sealing.letter;

import com.ibm.icu.text.Bidi;
import com.ibm.icu.util.ULocale;
import java.util.Locale;

/** Finds which way a language or a line runs. */
final class TextDirection {

    private TextDirection() {}

    static boolean rightToLeft(Locale language) {
        return ULocale.forLocale(language).isRightToLeft();
    }

    /** By its first letter, as a reader would. */
    static boolean rightToLeft(String line) {
        return Bidi.getBaseDirection(line) == Bidi.RTL;
    }

    /** Within a page that runs so: a line of a page from right to left goes its way if anything in it does. */
    static boolean rightToLeft(String line, boolean page) {
        return page ? line.codePoints().anyMatch(TextDirection::runsFromRight) : rightToLeft(line);
    }

    private static boolean runsFromRight(int letter) {
        byte direction = Character.getDirectionality(letter);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    static String direction(boolean rightToLeft) {
        return rightToLeft ? "rtl" : "ltr";
    }
}
