package org.comity.sealing.letter;

import org.comity.sealing.Letters;

/** Real documents, without Spring. */
public final class LettersForTests {

    private static final Letters LETTERS = new RenderedLetters();

    private LettersForTests() {}

    public static Letters load() {
        return LETTERS;
    }
}
