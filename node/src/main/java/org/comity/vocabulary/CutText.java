package org.comity.vocabulary;

/** Cuts a text that is too long for where it goes; never inside a character. */
public final class CutText {

    /** What stands at the end of a text that goes on. */
    private static final String GOES_ON = "…";

    private CutText() {}

    /**
     * The beginning of the text, at most so many UTF-16 units, the measure of the bounds of fields.
     * One fewer where the last would be half a character: half a one can be sealed by nobody (RFC 8785, 3.2.2.2).
     */
    public static String to(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        var halved = most > 0
                && Character.isHighSurrogate(text.charAt(most - 1))
                && Character.isLowSurrogate(text.charAt(most));
        return text.substring(0, halved ? most - 1 : most);
    }

    /** The same, with three dots at its end where something was cut; the dots count as one. */
    public static String shown(String text, int most) {
        return text.length() <= most ? text : to(text, most - 1).stripTrailing() + GOES_ON;
    }
}
