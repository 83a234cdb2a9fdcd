package org.comity.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.comity.convention.Convention;
import org.comity.convention.Wording;
import org.comity.convention.reading.PracticeLaw;
import org.junit.jupiter.api.Test;

/** What the page of hard cases claims is there: each sentence, each paragraph, each test. */
class HardCasesTest {

    private static final Path PAGE = Path.of("../docs/reference/hard-cases.md");
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Pattern PICTURE = Pattern.compile("!\\[([^\\]]+)\\]\\(([^)]+\\.png)\\)");
    private static final long LARGEST_PICTURE = 60 << 10;
    private static final Convention LAW = PracticeLaw.held();

    private record Claim(String shown, String paragraph, String test) {}

    @Test
    void there_are_ten_cases_and_each_makes_a_claim() throws IOException {
        var cases = Files.readString(PAGE).split("\n## ");

        assertThat(cases).hasSize(11);
        assertThat(Stream.of(cases).skip(1))
                .allSatisfy(it -> assertThat(claims(it)).isNotEmpty());
    }

    @Test
    void each_case_has_a_picture_that_is_there_is_small_and_is_told_in_words() throws IOException {
        var cases = Files.readString(PAGE).split("\n## ");

        assertThat(Stream.of(cases).skip(1)).isNotEmpty().allSatisfy(it -> {
            var picture = PICTURE.matcher(it);
            assertThat(picture.find()).as(it).isTrue();
            assertThat(picture.group(1)).hasSizeGreaterThan(30);
            assertThat(PAGE.resolveSibling(picture.group(2)))
                    .isRegularFile()
                    .satisfies(file -> assertThat(Files.size(file)).isBetween(1L, LARGEST_PICTURE));
        });
    }

    @Test
    void what_is_said_to_be_shown_is_a_sentence_of_ours() throws IOException {
        var sentences = sentences();

        assertThat(claims(Files.readString(PAGE)))
                .allSatisfy(it -> assertThat(sentences).as(it.shown()).contains(it.shown()));
    }

    @Test
    void each_paragraph_that_is_named_is_one_of_its_instrument() throws IOException {
        assertThat(claims(Files.readString(PAGE))).isNotEmpty().allSatisfy(it -> {
            var edition = it.paragraph().startsWith("Budapest ") ? "budapest/2" : "uncc/2";
            assertThat(LAW.paragraph(edition, it.paragraph().replace("Budapest ", "")))
                    .as(it.paragraph())
                    .isPresent();
        });
    }

    @Test
    void each_test_that_is_named_is_there() throws IOException {
        var sources = sources();

        assertThat(claims(Files.readString(PAGE))).isNotEmpty().allSatisfy(it -> {
            var name = it.test().substring(0, it.test().lastIndexOf('.'));
            var method = it.test().substring(it.test().lastIndexOf('.') + 1);
            assertThat(sources)
                    .as(it.test())
                    .filteredOn(each -> each.toString().endsWith("/" + name + ".java"))
                    .singleElement()
                    .satisfies(each -> assertThat(Files.readString(each)).contains("void " + method + "("));
        });
    }

    private static List<Claim> claims(String text) {
        return text.lines()
                .filter(it -> it.startsWith("| ") && !it.startsWith("| shown |"))
                .map(it -> it.split("\\|"))
                .map(it -> new Claim(it[1].strip(), it[3].strip(), it[4].strip().replace("`", "")))
                .toList();
    }

    private static Set<String> sentences() throws IOException {
        var sentences = new HashSet<String>();
        try (var files = Files.list(MESSAGES)) {
            for (var file :
                    files.filter(it -> it.toString().endsWith("_en.properties")).toList()) {
                var messages = new Properties();
                try (var reader = Files.newBufferedReader(file)) {
                    messages.load(reader);
                }
                messages.values().forEach(it -> sentences.add((String) it));
            }
        }
        LAW.laws()
                .forEach(law -> Stream.of(
                                law.fields().stream().map(it -> it.hint()),
                                law.grounds().stream().map(it -> it.text()),
                                law.notGrounds().stream().map(it -> it.text()),
                                law.periods().stream().map(it -> it.text()),
                                law.duties().stream().map(it -> it.text()))
                        .<Wording>flatMap(it -> it)
                        .forEach(it -> sentences.add(it.in("en"))));
        return sentences;
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(TESTS)) {
            return files.filter(it -> it.toString().endsWith(".java")).toList();
        }
    }
}
