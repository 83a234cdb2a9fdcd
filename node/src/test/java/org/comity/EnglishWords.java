package org.comity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Reads all English words of the pages, by key. */
final class EnglishWords {

    private EnglishWords() {}

    static Map<String, String> read() throws IOException {
        var words = new TreeMap<String, String>();
        try (var files = Files.walk(Path.of("src/main/resources/messages"))) {
            for (var file :
                    files.filter(it -> it.toString().endsWith("_en.properties")).toList()) {
                var read = new Properties();
                try (var text = Files.newBufferedReader(file)) {
                    read.load(text);
                }
                read.forEach((key, value) -> words.put(key.toString(), value.toString()));
            }
        }
        return words;
    }
}
