package org.comity.procedure.form;

import java.util.stream.Collectors;
import org.comity.procedure.ActField;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.jspecify.annotations.Nullable;

/** Says on what it hangs that a field must be filled: what is then demanded is never called optional. */
public final class NeededWhen {

    private NeededWhen() {}

    /** Empty where it hangs on nothing. */
    public static String said(String law, ActField.@Nullable When when, Words words, Language language) {
        if (when == null) return "";
        var fact = "%s.fact.%s".formatted(law, when.key());
        var field = words.say(language, words.has("en", fact) ? fact : "%s.field.%s".formatted(law, when.key()));
        if (when.values().isEmpty()) return words.say(language, "acts.needed-if-none", "field", field);
        var values = when.values().stream()
                .map(it -> "%s.option.%s.%s".formatted(law, when.key(), it))
                .map(it -> words.has("en", it) ? words.say(language, it) : words.say(language, "acts.yes"))
                .collect(Collectors.joining(words.say(language, "directory.comma")));
        return words.say(language, "acts.needed-if", "field", field, "values", values);
    }
}
