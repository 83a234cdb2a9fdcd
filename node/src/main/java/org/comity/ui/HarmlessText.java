package org.comity.ui;

/**
 * Makes text unable to steer the page: no control characters, and what turns the direction of reading is made visible.
 */
public final class HarmlessText {

    private HarmlessText() {}

    public static String text(String text) {
        var plain = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().forEach(it -> {
            if (turns(it)) {
                plain.append("[U+%04X]".formatted(it));
            } else if (it == '\n' || it == '\t' || !Character.isISOControl(it) && Character.isDefined(it)) {
                plain.appendCodePoint(it);
            } else {
                plain.append(it == '\r' ? '\n' : '\uFFFD');
            }
        });
        return plain.toString();
    }

    public static String line(String text) {
        return text(text).replace('\n', ' ').replace('\t', ' ');
    }

    private static boolean turns(int it) {
        return it == 0x061C
                || it >= 0x200E && it <= 0x200F
                || it >= 0x202A && it <= 0x202E
                || it >= 0x2066 && it <= 0x2069;
    }
}
