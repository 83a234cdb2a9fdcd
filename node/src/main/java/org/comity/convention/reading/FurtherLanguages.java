package org.comity.convention.reading;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Adds languages in which letters are written and pages are not: a text that its own file does not have in one of them takes
 * it from a list that holds the English and the other side by side.
 */
final class FurtherLanguages {

    private static final Map<String, Map<String, String>> LISTS = Map.of("fr", list("fr"));

    private FurtherLanguages() {}

    static void addTo(Map<String, String> texts) {
        var english = texts.getOrDefault("en", "");
        LISTS.forEach((language, list) -> {
            var text = list.get(english);
            if (text != null) {
                texts.putIfAbsent(language, text);
            }
        });
    }

    private static Map<String, String> list(String language) {
        var path = "/convention/words-%s.yaml".formatted(language);
        try (var in = FurtherLanguages.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IOException(path + " is missing");
            }
            Map<String, String> read = new Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return Map.copyOf(new HashMap<>(read));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
