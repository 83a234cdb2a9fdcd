package org.comity.implementation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.comity.implementation.AssessmentSheet.WrongRow;
import org.comity.sheet.SheetReading;
import org.junit.jupiter.api.Test;

/** What is a gap in a self-assessment that a State without a node filled in for itself. */
class FindingGapsTest {

    private final Questionnaire questionnaire = Questionnaire.ofTheProgram();
    private final FindingGaps finding = new FindingGaps(questionnaire);

    @Test
    void what_is_lacking_is_a_gap_and_what_is_there_or_not_known_is_none() {
        var answers = Map.of(
                "Q25.1", answer("no", "No law."),
                "Q25.2", answer("yes", ""),
                "Q26.1", answer("not-known", ""),
                "Q28.1", answer("in-part", "For disks only."),
                "Q28.4", answer("1", ""),
                "Q54.1", answer("3", ""));
        var marks = Map.of(
                "25", new ArticleMark("25", "C", null, "no-law", "A model law", ""),
                "29", new ArticleMark("29", "C", null, "equipment", "", ""),
                "31", new ArticleMark("31", "B", null, "money", "", ""));

        var gaps = in(answers, marks, "ar");

        assertThat(gaps).extracting(GapOfState::article).containsExactly("25", "28", "28", "29");
        assertThat(gaps).extracting(GapOfState::question).containsExactly("Q25.1", "Q28.1", "Q28.4", null);
        assertThat(gaps.getFirst().help()).isEqualTo("A model law");
        assertThat(gaps.getFirst().challenge()).isEqualTo("no-law");
        assertThat(gaps.getFirst().asked())
                .isEqualTo(questionnaire.find("Q25.1").orElseThrow().text().in("ar"));
        assertThat(gaps.getLast().asked()).isEqualTo("title of 29");
    }

    private static GivenAnswer answer(String choice, String words) {
        return new GivenAnswer(choice, words, "", null);
    }

    private List<GapOfState> in(Map<String, GivenAnswer> answers, Map<String, ArticleMark> marks, String language) {
        var sheet = new AssessmentSheet(questionnaire);
        var read = new SheetReading(AssessmentSheet.LIMITS)
                .read(AssessmentSheet.csv(sheet.rows(answers, marks, language)));
        return finding.in(sheet.read(read), language, it -> "title of " + it);
    }

    @Test
    void what_is_typed_of_one_article_goes_back_as_a_sheet_that_says_the_same() {
        var typed =
                Map.of("Q25.1.choice", "no", "Q25.1.words", "=No law.", "challenge", "no-law", "help", "A model law");
        var rows = finding.typed("25", typed);
        assertThat(finding.in(rows, "en", it -> it)).hasSize(1);

        var sheet = finding.sheet(rows, "25", "en");

        assertThat(sheet).hasSize(2 + questionnaire.of("25").size());
        var back = new AssessmentSheet(questionnaire)
                .read(new SheetReading(AssessmentSheet.LIMITS).read(AssessmentSheet.csv(sheet)));
        assertThat(finding.in(back, "en", it -> it)).isEqualTo(finding.in(rows, "en", it -> it));
    }

    @Test
    void what_does_not_fit_is_said_where_it_was_typed() {
        var rows = finding.typed(
                "25", Map.of("Q25.1.words", "But no answer", "Q25.2.choice", "perhaps", "help", "x".repeat(2_001)));

        assertThat(rows)
                .containsExactly(
                        new WrongRow(0, "Q25.1", "choice"),
                        new WrongRow(0, "Q25.2", "unknown-choice"),
                        new WrongRow(0, "25", "long"));
    }
}
