package org.comity.ui;

import com.ibm.icu.text.PluralRules;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Gives a sentence with slot {@code n} in each plural form of the language, so that a script can count on. */
final class Plurals {

    private static final Map<Language, Map<String, Integer>> FIRST = new ConcurrentHashMap<>();

    private Plurals() {}

    /** @param also further slots and their values, alternately */
    static String json(Page page, String key, String... also) {
        return FIRST.computeIfAbsent(page.language(), Plurals::first).entrySet().stream()
                .map(it -> quoted(it.getKey()) + ":" + quoted(said(page, key, it.getValue(), also)))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String said(Page page, String key, int n, String... also) {
        return page.t(key, named(n, also)).replaceAll("(?<![0-9])" + n + "(?![0-9])", "#");
    }

    /** The least number of each form. */
    private static Map<String, Integer> first(Language language) {
        var rules = PluralRules.forLocale(language.locale());
        var first = new LinkedHashMap<String, Integer>();
        IntStream.rangeClosed(0, 120).forEach(n -> first.putIfAbsent(rules.select(n), n));
        return Collections.unmodifiableMap(first);
    }

    private static Object[] named(int n, String... also) {
        return Stream.concat(Stream.of("n", n), Stream.of(also)).toArray();
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
