package org.comity.cooperation.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.comity.cooperation.assistance.PracticeAssistance;
import org.comity.cooperation.preservation.PracticePreservation;
import org.comity.ui.words.WordsForTests;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PaperWordsTest {

    private final PaperWords words = new PaperWords(WordsForTests.load());

    @ParameterizedTest
    @MethodSource("types")
    void what_the_other_state_does_by_any_act_of_any_table_is_said_in_both_languages(String type) {
        for (var language : List.of(Locale.ENGLISH, Locale.forLanguageTag("ar"))) {
            assertThat(words.said(language, type))
                    .as(language.toLanguageTag())
                    .isNotBlank()
                    .doesNotContain("paper.said");
        }
        assertThat(words.said(Locale.forLanguageTag("ar"), type)).containsPattern("[\u0600-\u06ff]");
    }

    static Stream<String> types() {
        return Stream.concat(PracticePreservation.types().stream(), PracticeAssistance.types().stream())
                .distinct();
    }
}
