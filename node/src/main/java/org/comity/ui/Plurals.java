package org.comity.ui;

import com.ibm.icu.text.PluralRules;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Gives a sentence with slot {@code n} in each plural form of the language, so that a script can count on. */
final class Plurals {

    private Plurals() {}

    /** @param also further slots and their values, alternately */
    static String json(Page page, String key, String... also) {
        var rules = PluralRules.forLocale(page.language().locale());
        var forms = new LinkedHashMap<String, String>();
        IntStream.rangeClosed(0, 120)
                .forEach(n -> forms.computeIfAbsent(
                        rules.select(n),
                        it -> page.t(key, named(n, also)).replaceAll("(?<![0-9])" + n + "(?![0-9])", "#")));
        return forms.entrySet().stream()
                .map(it -> quoted(it.getKey()) + ":" + quoted(it.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static Object[] named(int n, String... also) {
        return Stream.concat(Stream.of("n", n), Stream.of(also)).toArray();
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
