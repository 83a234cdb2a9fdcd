package org.comity.ui.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Names a part of the house that exists in more languages than every page does.
 *
 * @param name as its file of words is named
 * @param languages beside those of every page
 * @param paths where its pages begin
 * @param not beginnings among these whose pages are not translated
 * @param words beginnings of the keys that its pages say: each key that begins so stands in each of its languages
 */
record TranslatedPart(String name, List<String> languages, List<String> paths, List<String> not, List<String> words) {

    /** Those of {@code messages/parts/parts.yaml}. */
    static List<TranslatedPart> read() {
        try (InputStream in = Objects.requireNonNull(
                TranslatedPart.class.getResourceAsStream("/messages/parts/parts.yaml"), "parts.yaml is missing")) {
            Map<String, Map<String, List<String>>> all = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return all.entrySet().stream()
                    .map(it -> new TranslatedPart(
                            it.getKey(),
                            listed(it.getValue(), "languages"),
                            listed(it.getValue(), "paths"),
                            listed(it.getValue(), "not"),
                            listed(it.getValue(), "words")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> listed(Map<String, List<String>> part, String key) {
        return List.copyOf(part.getOrDefault(key, List.of()));
    }

    boolean has(String language, String path) {
        return languages.contains(language)
                && paths.stream().anyMatch(it -> within(path, it))
                && not.stream().noneMatch(it -> within(path, it));
    }

    boolean says(String key) {
        return words.stream().anyMatch(key::startsWith);
    }

    private static boolean within(String path, String beginning) {
        return path.equals(beginning) || path.startsWith(beginning + "/");
    }
}
