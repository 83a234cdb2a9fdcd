package org.comity.ui;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language of the pages, by its BCP 47 tag, with its own name and its direction. */
public record Language(String tag, String name, String dir) {

    /** In the order of the choice: the treaty's six, then two more. */
    public static final List<Language> KNOWN = List.of(
            new Language("ar", "العربية", "rtl"),
            new Language("zh", "中文", "ltr"),
            new Language("en", "English", "ltr"),
            new Language("fr", "Français", "ltr"),
            new Language("ru", "Русский", "ltr"),
            new Language("es", "Español", "ltr"),
            new Language("vi", "Tiếng Việt", "ltr"),
            new Language("nl", "Nederlands", "ltr"));

    /** Attribute of a request whose address itself says the language; neither a cookie nor the browser counts then. */
    public static final String OF_ADDRESS = Language.class.getName() + ".of-address";

    public static final Language ENGLISH = of("en").orElseThrow();

    public static Optional<Language> of(String tag) {
        return KNOWN.stream().filter(it -> it.tag.equals(tag)).findFirst();
    }

    /** What somebody reads; English where the pages have no such language. */
    public static Language of(Locale locale) {
        return of(locale.getLanguage()).orElse(ENGLISH);
    }

    public boolean rightToLeft() {
        return dir.equals("rtl");
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }
}
