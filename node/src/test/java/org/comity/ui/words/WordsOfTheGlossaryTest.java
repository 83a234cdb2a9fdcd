package org.comity.ui.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A word of the Convention, and one of ours, is the same on every page and in every letter: the one of the glossary. */
class WordsOfTheGlossaryTest {

    private static final Map<String, String> ENGLISH = WordsForTests.written("en");
    private static final Map<String, String> ARABIC = WordsForTests.written("ar");

    private static final Path LAW = Path.of("src/main/resources/convention");

    /** Safe conduct and provisional arrest; the law data are what pages call a field. */
    @Test
    void the_law_data_name_a_measure_as_the_pages_do() throws IOException {
        try (var files = Files.walk(LAW)) {
            var texts = files.filter(it -> it.toString().endsWith(".yaml"))
                    .map(WordsOfTheGlossaryTest::read)
                    .toList();
            assertThat(texts)
                    .hasSizeGreaterThan(50)
                    .noneMatch(it -> it.contains("المرور الآمن"))
                    .noneMatch(it -> it.contains("التوقيف الاحتياطي"))
                    .anyMatch(it -> it.contains("ضمان عدم التعرض"));
        }
        assertThat(ARABIC.get("acts.option.any.kind.safe-conduct")).contains("ضمان عدم التعرض");
    }

    private static final Pattern OF_PERSONS = Pattern.compile("(?:state\\.)?(?:extradition|sentenced)\\..*");

    /** A person is released from custody; the preservation of data is lifted, and evidence is made available. */
    @Test
    void only_a_person_is_released() {
        said(it -> it.matches("(?s).*\\b[Rr]eleas.*"), OF_PERSONS)
                .forEach((key, text) -> assertThat(text).as(key).doesNotContain("فراج", "فرج"));
    }

    @Test
    void a_period_is_prorogued_in_french() {
        assertThat(WordsForTests.written("fr").entrySet())
                .noneMatch(it -> it.getValue().matches("(?si).*prolongation.*"))
                .anyMatch(it -> it.getValue().contains("prorogation"));
    }

    /** What Arabic says where English says this, but for the keys that are left out. */
    private static Map<String, String> said(Predicate<String> english, Pattern but) {
        var found = new TreeMap<String, String>();
        ENGLISH.forEach((key, text) -> {
            if (english.test(text) && !but.matcher(key).matches() && ARABIC.containsKey(key)) {
                found.put(key, ARABIC.get(key));
            }
        });
        assertThat(found).isNotEmpty();
        return found;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
