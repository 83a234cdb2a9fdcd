package org.comity.proof.form;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/**
 * Puts text into a normal form of Unicode, in a time that grows with its length alone: to sort a run of combining marks
 * costs the square of the run, and a stranger writes it as long as a document may be.
 */
public final class NormalForm {

    /** Of the Stream-Safe Text Format (Unicode Standard Annex 15, 13). No writing comes near it. */
    static final int MOST_MARKS = 30;

    private static final char FIRST_MARK = '\u0300';

    private NormalForm() {}

    /** In NFC, and no run of marks in it is longer than R5 allows. */
    public static boolean isComposed(String text) {
        return isPlain(text)
                || withoutLongRuns(text).length() == text.length() && Normalizer.isNormalized(text, Form.NFC);
    }

    /** Without a character from the first mark on: in NFC as it stands, and no half of a pair in it. Most texts are. */
    static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= FIRST_MARK) return false;
        }
        return true;
    }

    /** In NFC; of a longer run of marks its beginning stays. */
    public static String composed(String text) {
        return of(text, Form.NFC);
    }

    /** As {@link #composed}, in a form that is only compared. */
    public static String of(String text, Form form) {
        // One mark may become several.
        return withoutLongRuns(Normalizer.normalize(withoutLongRuns(text), form));
    }

    private static String withoutLongRuns(String text) {
        int run = 0;
        int kept = 0;
        StringBuilder out = null;
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            int next = at + Character.charCount(character);
            run = isMark(character) ? run + 1 : 0;
            if (run > MOST_MARKS) {
                if (out == null) out = new StringBuilder(text.length());
                out.append(text, kept, at);
                kept = next;
            }
            at = next;
        }
        return out == null ? text : out.append(text, kept, text.length()).toString();
    }

    private static boolean isMark(int character) {
        return character >= FIRST_MARK
                && switch (Character.getType(character)) {
                    case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
                    default -> false;
                };
    }
}
