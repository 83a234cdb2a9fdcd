package org.comity.procedure.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.convention.reading.PracticeLaw;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.procedure.ActForms;
import org.comity.procedure.Composition;
import org.comity.procedure.form.BodyFields;
import org.comity.ui.FormProblems.Problem;
import org.comity.ui.Words;
import org.comity.ui.words.WordsForTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.LinkedMultiValueMap;

/** What nobody could add up of a year's figures is told while they are written, at its field. */
class FiguresWellSaidTest {

    private static final Words WORDS = WordsForTests.load();

    private final Composition pages = PracticeFiles.pages("common-figures/1", directory(), WORDS);

    private static Directory directory() {
        var directory = mock(Directory.class);
        var self = mock(Participant.class);
        when(directory.self()).thenReturn(self);
        return directory;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "16; 1200; ; ",
                "16; 1,200; number; no-number",
                "16; many; number; no-number",
                "Fraud; 3; offence; no-article",
                "16(1); 3; offence; no-article",
                "99; 3; offence; no-article",
            })
    void each_cell_is_what_is_counted(String offence, String number, String column, String told) {
        var row = Map.of("offence", offence, "victims", "adults", "number", number);
        var said = pages.problems(body(2025, List.of(row)), "figures");

        assertThat(said.all()).hasSize(column == null ? 0 : 1);
        assertThat(said.at("figures.0." + column).map(Problem::key).filter(it -> WORDS.has("en", it)))
                .isEqualTo(Optional.ofNullable(told).map(it -> "common-figures.needed." + it));
        var field = PracticeFiles.file("common-figures/1")
                .field("submit", "figures")
                .orElseThrow();
        assertThat(field.type().wrong(field, new BodyFields(body(2025, List.of(row)))))
                .as("what arrives is taken as it is")
                .isEmpty();
    }

    /** A letter says what it says: it is recorded as it came, and what it does not count is pointed out. */
    @Test
    void what_came_by_letter_in_words_is_recorded_and_pointed_out() {
        var file = PracticeFiles.file("common-figures/1");
        var possible = PracticeFiles.possible(PracticeLaw.held());
        var composition = new FiledComposition(
                file, Particulars.none(file.id()), PracticeLaw.held(), directory(), WORDS, possible);
        var forms = new FiledForms(file, composition, mock(FiledWriting.class), PracticeLaw.held(), WORDS, possible);
        var row = Map.of("offence", "Fraud", "victims", "adults", "number", "about a hundred");
        var written = new ActForms.Written(body(2025, List.of(row)), Map.of());

        assertThat(forms.problems("submit", written).all())
                .extracting(Problem::field)
                .doesNotContain("figures.0.offence", "figures.0.number");
        assertThat(forms.uncounted("submit", written).all())
                .extracting(Problem::field)
                .containsExactly("figures.0.offence", "figures.0.number");
    }

    @ParameterizedTest
    @CsvSource({"2025, ", "2099, past", "1999, bounds"})
    void a_year_has_begun(int year, String told) {
        assertThat(pages.problems(body(year, List.of()), "figures").at("year").map(Problem::key))
                .isEqualTo(Optional.ofNullable(told).map(it -> "common-figures.needed." + it));
    }

    /** A year that nobody typed was sent as the least that the file allows. */
    @Test
    void a_number_that_nobody_typed_stands_nowhere() {
        var begun = new HashMap<>(pages.unasked());
        assertThat(begun).doesNotContainKey("year");
        assertThat(pages.problems(begun, "figures").at("year").map(Problem::key))
                .contains("common-figures.needed.year")
                .matches(it -> WORDS.has("en", it.get()));

        var form = new LinkedMultiValueMap<String, String>();
        form.add("year", "2025");
        var typed = pages.apply(begun, "figures", form);
        assertThat(typed).containsEntry("year", 2025);
        form.set("year", "");
        assertThat(pages.apply(typed, "figures", form)).as("taken back").doesNotContainKey("year");
    }

    /** The file of preservation has it begin with the days that the Convention gives at least. */
    @Test
    void a_number_begins_where_its_file_says_so() {
        var preservation = PracticeFiles.pages("preservation/1", directory(), WORDS);
        assertThat(preservation.unasked()).containsEntry("daysAsked", 60).doesNotContainKey("penaltyMonths");
        var form = new LinkedMultiValueMap<String, String>();
        form.add("daysAsked", "");
        assertThat(preservation.apply(Map.of("daysAsked", 90), "follow-up", form))
                .containsEntry("daysAsked", 60);
    }

    /** Of a highest penalty, which says nothing by itself: what was typed stands there again. */
    @Test
    void nought_is_a_figure_that_was_typed() {
        var preservation = PracticeFiles.pages("preservation/1", directory(), WORDS);
        var form = new LinkedMultiValueMap<String, String>();
        form.add("penaltyMonths", "0");
        assertThat(preservation.apply(preservation.empty(), "offence", form)).containsEntry("penaltyMonths", 0);
        form.set("penaltyMonths", "five years");
        assertThat(preservation.apply(preservation.empty(), "offence", form))
                .containsEntry("penaltyMonths", "five years");
    }

    private static Map<String, Object> body(int year, List<Map<String, String>> figures) {
        var body = new HashMap<>(
                WholeAct.of("common-figures/1", "submit", Map.of()).body());
        body.put("year", year);
        body.put("figures", figures);
        return body;
    }
}
