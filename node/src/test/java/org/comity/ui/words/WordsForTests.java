package org.comity.ui.words;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.comity.ui.Words;

/** The real words, without Spring. */
public final class WordsForTests {

    /** Parsed once: many thousand patterns, and nothing changes them. */
    private static final Words LOADED = new LoadedWords();

    private static final Map<String, Map<String, String>> WRITTEN = new ConcurrentHashMap<>();

    private WordsForTests() {}

    public static Words load() {
        return LOADED;
    }

    /** Sentences by their keys, as the files have them: of pages and of letters. */
    public static Map<String, String> written(String language) {
        return WRITTEN.computeIfAbsent(language, WordsForTests::read);
    }

    /** Those in which letters are written and not every page. */
    public static Set<String> further() {
        var further = new TreeSet<>(MessageFiles.ofLetters().keySet());
        further.addAll(MessageFiles.ofParts().keySet());
        return further;
    }

    private static Map<String, String> read(String language) {
        var written = new HashMap<>(MessageFiles.ofLetters().getOrDefault(language, Map.of()));
        written.putAll(MessageFiles.ofParts().getOrDefault(language, Map.of()));
        written.putAll(MessageFiles.read().getOrDefault(language, Map.of()));
        return Map.copyOf(written);
    }
}
