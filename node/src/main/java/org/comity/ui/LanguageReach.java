package org.comity.ui;

import java.util.List;
import java.util.Locale;

/**
 * Tells how much of the house exists in a language.
 *
 * @param parts of the pages, where not every page exists
 * @param read what of it a person whose language it is has read
 */
public record LanguageReach(Language language, Extent extent, List<String> parts, List<String> read) {

    /** How much of all words there is. */
    public enum Extent {
        /** English: the others are translated from it. */
        SOURCE,
        EVERYTHING,
        LETTERS,
        NOTHING;

        public String key() {
            return "languages." + name().toLowerCase(Locale.ROOT);
        }
    }
}
