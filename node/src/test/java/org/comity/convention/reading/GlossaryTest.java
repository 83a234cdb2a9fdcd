package org.comity.convention.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.comity.convention.Convention;
import org.junit.jupiter.api.Test;

/** The glossary cites what the data hold. */
class GlossaryTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([^|]+) \\| ([^|]+) \\| ([0-9–][^|]*) \\| [^|]+ \\|$");
    private static final Pattern CITED = Pattern.compile("([0-9]{1,2})((?:\\([0-9a-z]+\\))*)");

    private final Convention convention = new HeldConvention(Clock.systemUTC(), true);

    @Test
    void every_article_and_paragraph_beside_a_word_is_in_the_data() throws IOException {
        var rows = rows();

        assertThat(rows).hasSizeGreaterThan(50);
        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(row -> CITED.matcher(row.group(3)).results().forEach(cited -> {
                    var article = convention.article("uncc/2", cited.group(1));
                    assertThat(article).as(row.group(1)).isPresent();
                    if (!cited.group(2).isEmpty()) {
                        assertThat(article.orElseThrow().paragraphs())
                                .as(row.group())
                                .anyMatch(it -> it.ref().startsWith(cited.group()));
                    }
                }));
    }

    @Test
    void every_word_of_the_treaty_stands_there_in_arabic_too() throws IOException {
        assertThat(rows()).allSatisfy(row -> assertThat(row.group(2)).containsPattern("\\p{IsArabic}"));
    }

    private static List<MatchResult> rows() throws IOException {
        return ROW.matcher(Files.readString(Path.of("../docs/glossary.md")))
                .results()
                .toList();
    }
}
