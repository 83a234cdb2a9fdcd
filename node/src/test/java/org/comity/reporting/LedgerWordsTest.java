package org.comity.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Oversight reads words: whatever is written into the ledger has a name in each language. */
class LedgerWordsTest {

    private static final Pattern RECORDED = Pattern.compile("ledger\\s*\\.record\\([^;\"]*\"([a-z-]+\\.[a-z-]+)\"");

    private static final Pattern FACTS = Pattern.compile("ledger\\s*\\.record\\([^;]*?Map\\.of\\(([^;]*);");

    private static final Pattern FACT = Pattern.compile("\"([a-z-]+)\", ");

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void what_is_recorded_has_a_name(String language) throws IOException {
        var words = words(language);
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            var recorded = sources.filter(it -> it.toString().endsWith(".java"))
                    .flatMap(it -> RECORDED.matcher(read(it)).results())
                    .map(it -> "ledger." + it.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(recorded).hasSizeGreaterThan(40);
            assertThat(words.stringPropertyNames()).containsAll(recorded);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void what_is_told_of_it_has_a_name(String language) throws IOException {
        var words = words(language);
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            var facts = sources.filter(it -> it.toString().endsWith(".java"))
                    .flatMap(it -> FACTS.matcher(read(it)).results())
                    .flatMap(it -> FACT.matcher(it.group(1)).results())
                    .map(it -> "ledger.fact." + it.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(facts).hasSizeGreaterThan(30);
            assertThat(words.stringPropertyNames()).containsAll(facts);
        }
    }

    @ParameterizedTest
    @EnumSource(RecordKind.class)
    void a_kind_names_facts_that_are_recorded_and_has_a_name(RecordKind kind) throws IOException {
        for (var language : new String[] {"en", "ar"}) {
            var names = words(language).stringPropertyNames();
            assertThat(names).contains("oversight.kind." + kind.word());
            assertThat(kind.whats())
                    .allSatisfy(what -> assertThat(names).anyMatch(it -> it.startsWith("ledger." + what)));
        }
    }

    private static Properties words(String language) throws IOException {
        var words = new Properties();
        try (var files =
                Files.newDirectoryStream(Path.of("src/main/resources/messages"), "*_" + language + ".properties")) {
            for (var file : files) {
                try (var reader = Files.newBufferedReader(file)) {
                    words.load(reader);
                }
            }
        }
        return words;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
