package org.comity.forum;

/**
 * Names a language into which a post was translated, and who made that.
 *
 * @param origin {@code machine}, {@code machine-checked} or {@code person}; words {@code forum.translated.<this>}
 */
public record TranslationOrigin(String language, String origin) {

    static TranslationOrigin of(String language, boolean machine, boolean checked) {
        return new TranslationOrigin(language, !machine ? "person" : checked ? "machine-checked" : "machine");
    }
}
