package org.comity.ui;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Gives every sentence of the pages, in ICU MessageFormat, from {@code messages/<module>_<language>.properties}.
 */
public interface Words {

    /** Languages in which every page exists, in the order of the choice. */
    List<Language> languages();

    /** Those in which the page at this address exists: some parts of the house have more. */
    List<Language> languagesOn(String path);

    boolean has(String language, String key);

    /**
     * The sentence with its slots filled; in English if the language lacks it, the key itself if nobody has it.
     *
     * @param named alternately a slot's name and its value
     */
    String say(Language language, String key, Object... named);

    /** {@code 24 Nov 2026}, as pages of this language write a day. */
    default String day(Language language, LocalDate day) {
        return DateTimeFormatter.ofPattern(say(language, "ui.date"), language.locale())
                .format(day);
    }
}
