package org.comity.casework.articles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.comity.convention.Article;
import org.comity.convention.Mark;
import org.comity.convention.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleSearchTest {

    @ParameterizedTest
    @CsvSource({
        "42, 42,",
        "' 042 ', 42,",
        "Art. 42(3), 42, 42(3)",
        "article 42 (3) (a), 42, 42(3)(a)",
        "arts. 7, 7,",
        "المادة 42(3)(a), 42, 42(3)(a)",
        "٤٢, 42,",
        "مادة ٧, 7,",
    })
    void a_citation_is_read_as_lawyers_write_it(String query, String number, String paragraph) {
        assertThat(ArticleSearch.of(query).number()).hasValue(number);
        assertThat(ArticleSearch.of(query).paragraph().orElse(null)).isEqualTo(paragraph);
    }

    @ParameterizedTest
    @CsvSource({"preservation", "42 days", "4242", "''", "(3)"})
    void what_is_no_citation_is_a_word(String query) {
        assertThat(ArticleSearch.of(query).number()).isEmpty();
    }

    @Test
    void a_word_is_found_in_any_language_of_the_title() {
        var extradition = article("37", "Extradition", "تسليم المجرمين");

        assertThat(ArticleSearch.of("EXTRA").fits(extradition)).isTrue();
        assertThat(ArticleSearch.of("تسليم").fits(extradition)).isTrue();
        assertThat(ArticleSearch.of("preserv").fits(extradition)).isFalse();
        assertThat(ArticleSearch.of("3").fits(extradition))
                .as("a number is the whole number")
                .isFalse();
        assertThat(ArticleSearch.of("37").fits(extradition)).isTrue();
    }

    @Test
    void a_query_is_cut_at_eighty_characters() {
        assertThat(ArticleSearch.of("x".repeat(80)).text()).hasSize(80);
        assertThat(ArticleSearch.of("x".repeat(81)).text()).hasSize(80);
    }

    private static Article article(String number, String english, String arabic) {
        var title = new Wording(Map.of("en", english, "ar", arabic));
        return new Article(number, "V", title, title, Mark.RECALLED, null, List.of(), true);
    }
}
