package org.comity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No test holds of nothing at all, and none turns red because of the day on which it runs. */
class TestsThatProveTest {

    /** A statement, from its {@code assertThat} to its end. */
    private static final Pattern STATEMENT = Pattern.compile("assertThat\\((?:[^;]|;(?!\\n))*;\\n");

    private static final Pattern OF_ALL = Pattern.compile("\\.(allMatch|allSatisfy)\\(");

    /** That there are some is said, or is seen where they are written out. */
    private static final Pattern OF_SOME = Pattern.compile(
            "hasSize|isNotEmpty|contains|hasSameSize|isEqualTo\\(|singleElement|anyMatch|^assertThat\\((List\\.of|Arrays\\.asList)\\(");

    /** Each page says when it was drawn: a day that was still to come when this was written will once be on all of them. */
    private static final Pattern TO_COME = Pattern.compile(
            "doesNotContain\\([^;]*?\"[^\"]*\\b("
                    + "(\\d{1,2} )?Dec(ember)? 2026|\\d{1,2} [A-Z][a-z]{2,8} 20(2[7-9]|[3-8]\\d)|2026-12-\\d\\d|20(2[7-9]|[3-8]\\d)-\\d\\d-\\d\\d)");

    @Test
    void whoever_says_something_of_all_says_that_there_are_some() {
        assertThat(statements().filter(it -> OF_ALL.matcher(it).find()))
                .hasSizeGreaterThan(50)
                .allMatch(it -> OF_SOME.matcher(it).find());
        assertThat("assertThat(rows).allMatch(Row::good);\n")
                .matches(it -> !OF_SOME.matcher(it).find());
    }

    @Test
    void no_page_is_searched_for_a_day_that_will_once_be_today() {
        assertThat(List.of("1 Dec 2026", "by 31 December 2031", "2027-02-28"))
                .allMatch(it -> toCome("assertThat(page).doesNotContain(\">19<\", \"" + it + "\");\n"));
        assertThat(List.of("1 Dec 2020", "4 Feb 2026", "XA-2027-000001"))
                .noneMatch(it -> toCome("assertThat(page).doesNotContain(\">19<\", \"" + it + "\");\n"));

        assertThat(statements().filter(TestsThatProveTest::toCome)).isEmpty();
    }

    /** See {@link BeansAreNoMocks}. */
    @Test
    void no_test_puts_a_mock_in_the_place_of_a_bean() {
        var mocked = Pattern.compile("@Mockito(Spy)?Bean\\b|@TestBean\\b");

        assertThat("    @MockitoBean\n").containsPattern(mocked);
        assertThat(sources(House.root().resolve("node/src/test/java")))
                .isNotEmpty()
                .noneMatch(it -> mocked.matcher(it).find());
    }

    private static boolean toCome(String statement) {
        return TO_COME.matcher(statement).find();
    }

    private static Stream<String> statements() {
        return Stream.of("node", "proof")
                .flatMap(it -> sources(House.root().resolve(it).resolve("src/test/java")).stream())
                .flatMap(it -> STATEMENT.matcher(it).results().map(found -> found.group()).toList().stream());
    }

    private static List<String> sources(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(it -> it.toString().endsWith(".java"))
                    .filter(it -> !it.endsWith("TestsThatProveTest.java"))
                    .map(TestsThatProveTest::text)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
