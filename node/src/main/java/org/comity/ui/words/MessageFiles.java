package org.comity.ui.words;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** All of {@code messages/<module>_<language>.properties}, by language. */
final class MessageFiles {

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+_([a-z]{2})\\.properties");

    private MessageFiles() {}

    /** Of the languages in which every page exists, or is to exist. */
    static Map<String, Map<String, String>> read() {
        return read("messages/*.properties");
    }

    /** Of languages in which some parts of the house exist: see {@link TranslatedPart}. */
    static Map<String, Map<String, String>> ofParts() {
        return read("messages/parts/*.properties");
    }

    /** Of languages in which letters are written. */
    static Map<String, Map<String, String>> ofLetters() {
        return read("messages/letters/*.properties");
    }

    private static Map<String, Map<String, String>> read(String folder) {
        var byLanguage = new TreeMap<String, Map<String, String>>();
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder)) {
                var name = NAME.matcher(String.valueOf(file.getFilename()));
                if (name.matches()) {
                    add(file, byLanguage.computeIfAbsent(name.group(1), it -> new TreeMap<>()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return byLanguage;
    }

    private static void add(Resource file, Map<String, String> words) throws IOException {
        var properties = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
    }
}
