package org.comity.implementation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.comity.implementation.AssessmentSheet.AnswerRow;
import org.comity.implementation.AssessmentSheet.MarkRow;
import org.comity.implementation.AssessmentSheet.WrongRow;
import org.comity.sheet.SheetReading;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes out as a spreadsheet comes back as it was. */
class AssessmentSheetTest {

    private static final String SIGNS = "=+-@'\"\n,;\tابجد 24/7 – é\u00a0";

    private static final int SHEETS = Boolean.getBoolean("comity.full") ? 10 : 4;
    private static final Questionnaire HELD = Questionnaire.ofTheProgram();

    private final Questionnaire questionnaire = HELD;
    private final AssessmentSheet sheet = new AssessmentSheet(questionnaire);

    @Tag("long")
    @Test
    void a_whole_assessment_goes_out_and_comes_back_without_loss_in_either_format() {
        for (int seed = 0; seed < SHEETS; seed++) {
            var random = new Random(seed);
            var answers = new HashMap<String, GivenAnswer>();
            var marks = new HashMap<String, ArticleMark>();
            for (var question : questionnaire.questions()) {
                if (random.nextInt(4) > 0) {
                    answers.put(question.id(), answer(question, random));
                }
                if (random.nextBoolean()) {
                    marks.put(question.article(), mark(question.article(), random));
                }
            }
            marks.values().removeIf(it -> !it.says());
            var rows = sheet.rows(answers, marks, seed % 2 == 0 ? "en" : "ar");
            for (var bytes : List.of(AssessmentSheet.csv(rows), AssessmentSheet.xlsx(rows))) {
                back(bytes, answers, marks, "seed " + seed);
            }
        }
    }

    private void back(byte[] bytes, Map<String, GivenAnswer> answers, Map<String, ArticleMark> marks, String seed) {
        var came = new HashMap<String, GivenAnswer>();
        var marked = new HashMap<String, ArticleMark>();
        for (var row : sheet.read(new SheetReading(AssessmentSheet.LIMITS).read(bytes))) {
            switch (row) {
                case AnswerRow it -> came.put(it.question(), it.answer());
                case MarkRow it -> marked.put(it.mark().article(), it.mark());
                case WrongRow it -> assertThat(it).as(seed).isNull();
            }
        }
        assertThat(came).as(seed).isEqualTo(answers);
        assertThat(marked).as(seed).isEqualTo(marks);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Q25.1 | maybe | words |       |            | unknown-choice
            Q25.1 |       | words |       |            | choice
            Q40.1 |       |       | Act 9 |            | words
            Q28.4 | 5     | words |       |            | unknown-choice
            Q25.1 | yes   | words |       | 7 March    | day
            Q25.1 | yes   | words |       | 0202-03-07 | day
            Q99.9 | yes   | words |       |            | question
            """)
    void a_row_that_does_not_fit_says_why_and_brings_nothing(
            String id, String choice, String words, String law, String day, String why) {
        var rows = List.of(
                List.of("id", "choice", "words", "law", "in_force"),
                List.of(id, text(choice), text(words), text(law), text(day)));

        assertThat(sheet.read(rows)).containsExactly(new WrongRow(2, id, why));
    }

    @Test
    void a_law_may_be_older_than_any_person() {
        var rows = List.of(
                List.of("id", "choice", "words", "law", "in_force"),
                List.of("Q25.1", "yes", "words", "", "1804-03-21"));

        assertThat(sheet.read(rows)).hasSize(1).noneMatch(WrongRow.class::isInstance);
    }

    @Test
    void a_question_that_stands_twice_counts_once_and_an_empty_row_changes_nothing() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("id", "choice", "words", "law", "in_force"));
        rows.add(List.of("Q25.1", "yes", "", "", ""));
        rows.add(List.of("Q25.1", "no", "", "", ""));
        rows.add(List.of("Q25.2", "", "", "", ""));

        assertThat(sheet.read(rows))
                .containsExactly(
                        new AnswerRow(2, "Q25.1", new GivenAnswer("yes", "", "", null)),
                        new WrongRow(3, "Q25.1", "twice"));
    }

    @Test
    void a_cell_never_begins_as_a_formula() {
        var answers = Map.of("Q40.1", new GivenAnswer("", "=cmd|' /C calc'!A0", "-1", null));

        assertThat(sheet.rows(answers, Map.of(), "en").stream().flatMap(List::stream))
                .noneMatch(it -> !it.isEmpty() && "=+-@".indexOf(it.charAt(0)) >= 0);
    }

    private static GivenAnswer answer(Question question, Random random) {
        var choices = GivenAnswer.choices(question.kind());
        var choice = choices.get(random.nextInt(choices.size()));
        return new GivenAnswer(
                choice,
                "words" + written(random),
                random.nextBoolean() ? "" : "law" + written(random),
                random.nextBoolean() ? null : LocalDate.ofEpochDay(random.nextInt(30_000)));
    }

    private static ArticleMark mark(String article, Random random) {
        return new ArticleMark(
                article,
                ArticleMark.LETTERS.get(random.nextInt(4)),
                random.nextBoolean() ? null : LocalDate.of(2000, 1, 1).plusDays(random.nextInt(30_000)),
                ArticleMark.CHALLENGES.get(random.nextInt(11)),
                random.nextBoolean() ? "" : "=help" + written(random),
                random.nextBoolean() ? "" : "'practice" + written(random));
    }

    /** Signs that sheets and languages treat in their own way, in the middle of words. */
    private static String written(Random random) {
        var text = new StringBuilder("x");
        for (int n = 0; n < random.nextInt(40); n++) {
            text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return text.append('x').toString();
    }

    private static String text(String cell) {
        return cell == null ? "" : cell;
    }
}
