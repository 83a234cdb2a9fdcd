package org.comity.ui;

import java.util.stream.Collectors;

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

    /** Of a page of ours: what makes letters stand in another order than they were written is made visible, and nothing else. */
    static String unturned(String text) {
        return text.chars().noneMatch(HarmlessText::reorders)
                ? text
                : text.codePoints()
                        .mapToObj(it -> reorders(it) ? "[U+%04X]".formatted(it) : Character.toString(it))
                        .collect(Collectors.joining());
    }

    /** Embeddings and overrides; marks and isolates stand in good sentences, too. */
    private static boolean reorders(int it) {
        return it >= 0x202A && it <= 0x202E;
    }

    /** The same before a page says it of what somebody typed: is there anything of the kind? */
    public static boolean turned(String text) {
        return text.chars().anyMatch(HarmlessText::turns);
    }

    private static boolean turns(int it) {
        return it == 0x061C || it >= 0x200E && it <= 0x200F || reorders(it) || it >= 0x2066 && it <= 0x2069;
    }
}
