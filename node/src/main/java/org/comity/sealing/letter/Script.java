package org.comity.sealing.letter;

import com.ibm.icu.text.Bidi;
import com.ibm.icu.util.ULocale;
import java.util.Locale;

/** Which way a language or a line runs. */
final class Script {

    private Script() {}

    static boolean rightToLeft(Locale language) {
        return ULocale.forLocale(language).isRightToLeft();
    }

    /** By its first letter, as a reader would. */
    static boolean rightToLeft(String line) {
        return Bidi.getBaseDirection(line) == Bidi.RTL;
    }

    static String direction(boolean rightToLeft) {
        return rightToLeft ? "rtl" : "ltr";
    }
}
