package org.comity.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.comity.proof.Verdict;
import org.junit.jupiter.api.Test;

/** Whatever the command may say of a file, the page has words for it. */
class VerdictWordsTest {

    @Test
    void each_result_has_its_words_in_both_languages() throws IOException {
        for (var language : List.of("en", "ar")) {
            var words = new Properties();
            try (var in = Files.newBufferedReader(
                    Path.of("src/main/resources/messages/site_%s.properties".formatted(language)))) {
                words.load(in);
            }
            assertThat(Arrays.stream(Verdict.Result.values())
                            .map(it -> "site.verdict."
                                    + it.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                    .as(language)
                    .allSatisfy(it -> assertThat(words.stringPropertyNames()).contains(it, it + ".about"));
        }
    }
}
