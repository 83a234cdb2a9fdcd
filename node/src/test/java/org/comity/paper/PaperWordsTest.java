package org.comity.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.comity.proof.table.MoveTable;
import org.comity.ui.words.WordsForTests;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("long")
class PaperWordsTest {

    private final PaperWords words = new PaperWords(WordsForTests.load());

    @ParameterizedTest
    @MethodSource("types")
    void what_the_other_state_does_by_any_act_of_any_table_is_said_in_both_languages(String law, String type) {
        for (var language : List.of(Locale.ENGLISH, Locale.forLanguageTag("ar"))) {
            assertThat(words.said(language, law, type))
                    .as(language.toLanguageTag())
                    .isNotBlank()
                    .doesNotContain("paper.said", ".act.", ".said.", "{");
        }
        assertThat(words.said(Locale.forLanguageTag("ar"), law, type)).containsPattern("[\u0600-\u06ff]");
    }

    static Stream<Arguments> types() {
        return Stream.of(
                        "preservation",
                        "assistance",
                        "disclosure",
                        "spontaneous",
                        "inquiry",
                        "information",
                        "freezing",
                        "confiscation",
                        "disposal")
                .flatMap(law -> MoveTable.find(law + "/1").orElseThrow().steps().keySet().stream()
                        .map(it -> Arguments.of(law, it)));
    }
}
