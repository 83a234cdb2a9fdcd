package org.comity.convention.reading;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Adds languages in which letters are written and pages are not: a text that its own file does not have in one of them takes
 * it from a list that holds the English and the other side by side, {@code convention/words-fr.yaml}.
 */
final class FurtherLanguages {

    private static final Pattern NAME = Pattern.compile("words-([a-z]{2})\\.yaml");

    private static final Map<String, Map<String, String>> LISTS = lists();

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

    private static Map<String, Map<String, String>> lists() {
        var lists = new HashMap<String, Map<String, String>>();
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:convention/*.yaml")) {
                var name = NAME.matcher(Objects.requireNonNullElse(file.getFilename(), ""));
                if (name.matches()) {
                    lists.put(name.group(1), list(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(lists);
    }

    private static Map<String, String> list(Resource file) throws IOException {
        try (var in = file.getInputStream()) {
            Map<String, String> read = new Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return Map.copyOf(new HashMap<>(read));
        }
    }
}
