package org.comity.sealing.letter;

import org.comity.sealing.Letters;

/** Real documents, without Spring. */
public final class LettersForTests {

    private static final Letters LETTERS = new RenderedLetters(false);
    private static final Letters PRACTICE = new RenderedLetters(true);

    private LettersForTests() {}

    public static Letters load() {
        return LETTERS;
    }

    /** Those of a node of practice. */
    public static Letters practice() {
        return PRACTICE;
    }
}
