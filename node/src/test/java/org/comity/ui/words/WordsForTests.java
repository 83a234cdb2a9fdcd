package org.comity.ui.words;

import org.comity.ui.Words;

/** The real words, without Spring. */
public final class WordsForTests {

    /** Parsed once: many thousand patterns, and nothing changes them. */
    private static final Words LOADED = new LoadedWords();

    private WordsForTests() {}

    public static Words load() {
        return LOADED;
    }
}
