package org.comity.convention;

import java.util.Map;

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
}
