package org.comity.ui.words;

import org.comity.ui.Words;

/** The real words, without Spring. */
public final class WordsForTests {

    private WordsForTests() {}

    public static Words load() {
        return new LoadedWords();
    }
}
