package org.comity.sealing.letter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/** {@code Page n of m} in a language, as the three pieces around the two numbers. */
record PageWords(String before, String between, String after) {

    private static final PageWords BARE = new PageWords("", " / ", "");

    /** Letters are written in more languages than pages are. */
    static PageWords of(Locale language) {
        return find(language, "letter.page").map(PageWords::pieces).orElse(BARE);
    }

    /** A word that stands on pages; in English where the language has none. */
    static String word(Locale language, String key) {
        return find(language, key).or(() -> find(Locale.ENGLISH, key)).orElseThrow();
    }

    private static Optional<String> find(Locale language, String key) {
        var file = "sealing_" + language.getLanguage() + ".properties";
        return in("/messages/" + file, key).or(() -> in("/messages/letters/" + file, key));
    }

    private static Optional<String> in(String path, String key) {
        try (var in = PageWords.class.getResourceAsStream(path)) {
            if (in == null) {
                return Optional.empty();
            }
            var words = new Properties();
            words.load(new InputStreamReader(in, UTF_8));
            return Optional.ofNullable(words.getProperty(key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PageWords pieces(String pattern) {
        var pieces = List.of(pattern.split("\\{page}|\\{pages}", -1));
        return pieces.size() == 3 ? new PageWords(pieces.get(0), pieces.get(1), pieces.get(2)) : BARE;
    }
}
