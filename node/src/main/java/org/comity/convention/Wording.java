package org.comity.convention;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One text in our words, by language tag; English and Arabic are always there. */
public record Wording(Map<String, String> byLanguage) {

    public Wording {
        byLanguage = Map.copyOf(byLanguage);
    }

    /** In this language, or in English where nobody has written it yet. */
    public String in(String language) {
        var text = byLanguage.get(language);
        return text != null ? text : byLanguage.getOrDefault("en", "");
    }

    /** The language that a page in this one must say it is in; null where it is the page's own. */
    public @Nullable String otherThan(String language) {
        return byLanguage.containsKey(language) ? null : "en";
    }
}
