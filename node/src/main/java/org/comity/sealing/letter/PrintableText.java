package org.comity.sealing.letter;

import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * Turns text into what a document can show. A character that no font holds would vanish in silence, so it is written as its code; invisible characters that turn the direction of what follows are left out, so that nothing reads otherwise than it is.
 */
final class PrintableText {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
    private static final int ZERO_WIDTH_JOINER = 0x200d;

    private final IntPredicate held;

    PrintableText(IntPredicate held) {
        this.held = held;
    }

    String text(String text) {
        var shown = new StringBuilder(text.length());
        text.codePoints().forEach(each -> append(shown, each));
        return shown.toString();
    }

    private void append(StringBuilder shown, int character) {
        if (character == '\t' || character == '\n' || character == '\r' || Character.isSpaceChar(character)) {
            shown.append(character == 0xa0 ? '\u00a0' : ' ');
        } else if (character == ZERO_WIDTH_JOINER || character == ZERO_WIDTH_NON_JOINER) {
            shown.appendCodePoint(character);
        } else if (Character.getType(character) == Character.FORMAT) {
            return;
        } else if (!Character.isISOControl(character) && held.test(character)) {
            shown.appendCodePoint(character);
        } else {
            shown.append("[U+%04X]".formatted(character).toUpperCase(Locale.ROOT));
        }
    }
}
