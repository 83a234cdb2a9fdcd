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

    private static final Pattern NONE = Pattern.compile("-");

    private static final Pattern OF_PERSONS = Pattern.compile("(?:state\\.)?(?:extradition|sentenced)\\..*");

    /** A person is released from custody; the preservation of data is lifted, and evidence is made available. */
    @Test
    void only_a_person_is_released() {
        said(it -> it.matches("(?s).*\\b[Rr]eleas.*"), OF_PERSONS)
                .forEach((key, text) -> assertThat(text).as(key).doesNotContain("فراج", "فرج"));
    }

    /** A lawyer's hold stops the deletion, and preserves nothing; what waits for its hour is not detained. */
    @Test
    void a_hold_is_neither_a_preservation_nor_a_detention() {
        said(it -> it.matches("(?s).*\\b[Hh](?:eld|old)\\b.*"), NONE)
                .forEach((key, text) -> assertThat(text).as(key).doesNotContain("بحكم القانون"));
        said(it -> it.matches("(?s).*\\b[Hh]eld\\b.*"), Pattern.compile("assistance\\.needed\\.transferOf"))
                .forEach((key, text) -> assertThat(text).as(key).doesNotContain("محتجز", "محجوز"));
        assertThat(ARABIC.get("requests.held")).contains("بانتظار الإرسال");
        assertThat(ARABIC.get("hold.begin")).contains("وقف حذف");
    }

    private static final Pattern ALONE =
            Pattern.compile("(?<!\\p{L})[وف]?(?:ال|لل|بال|كال)دليل(?!\\p{L}|\\p{Mn}| المشاركين)");

    /** Alone it is the proof, or the evidence. */
    @Test
    void the_directory_is_that_of_the_participants() {
        said(it -> it.contains("irectory"), NONE)
                .forEach((key, text) -> assertThat(text).as(key).doesNotContainPattern(ALONE));
    }

    /** A safeguard is another word; a letter's courtesy is neither. */
    @Test
    void an_assurance_is_no_safeguard() {
        said(it -> it.contains("ssurance"), NONE)
                .forEach((key, text) -> assertThat(text).as(key).doesNotContainPattern("ضمان(?:ة|ات|تان)"));
        assertThat(ARABIC.get("assurances.title")).isEqualTo("التعهدات");
    }

    private static final Pattern ARTICLE =
            Pattern.compile("(?<!\\p{L})[وف]?(?:ال|لل|بال)مادة\\p{Mn}?(?!\\p{L}| [0-9]|\\p{Mn})");

    /** Alone it is an article of the treaty. */
    @Test
    void an_item_of_evidence_is_no_article() {
        said(it -> it.matches("(?s).*\\b[Ii]tems?\\b.*"), NONE)
                .forEach((key, text) -> assertThat(text).as(key).doesNotContainPattern(ARTICLE));
        assertThat(ARABIC.get("evidence.item")).isEqualTo("مادة الإثبات");
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
