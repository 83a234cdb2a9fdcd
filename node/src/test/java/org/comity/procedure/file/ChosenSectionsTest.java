package org.comity.procedure.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.comity.convention.LawInconsistent;
import org.comity.procedure.ActField;
import org.comity.procedure.field.FiledField;
import org.comity.procedure.form.BodyFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file of sections is read strictly, and a section counts where it is chosen. */
class ChosenSectionsTest {

    private static final String FILE = """
            procedure: practice/1
            chosen-by: sought
            fields:
              - {key: sought, type: choices, options: [data, letters]}
              - {key: from, type: line, need: always}
              - {key: seal, type: choice, options: [wax, none-known]}
              - {key: age, type: line}
            always:
              front: [age]
            sections:
              letters: [from, seal]
            duties:
              letters: [keep-sealed]
            """;

    @Test
    void a_section_counts_where_it_is_chosen() {
        var sections = read(FILE);
        var letters = new BodyFields(Map.of("sought", List.of("letters")));

        assertThat(sections.names()).containsExactly("letters");
        assertThat(sections.chosen(new BodyFields(Map.of())))
                .as("from before there was a choice")
                .containsExactly("data");
        assertThat(sections.chosen(new BodyFields(Map.of("sought", List.of())))).isEmpty();
        assertThat(sections.missing("letters", letters)).containsExactly("from");
        assertThat(sections.keys(letters)).containsExactlyInAnyOrder("sought", "from", "seal", "age");
        assertThat(sections.keys(new BodyFields(Map.of()))).containsExactlyInAnyOrder("sought", "age");
        assertThat(sections.fields("front")).extracting(FiledField::key).containsExactly("age");
        assertThat(sections.duties(letters)).containsExactly("keep-sealed");
        assertThat(sections.duties(new BodyFields(Map.of()))).isEmpty();
    }

    @Test
    void a_column_can_be_a_day_or_a_choice() {
        var sections = read(FILE.replace(
                "{key: from, type: line, need: always}",
                "{key: from, type: rows, need: always, columns: [who!, {on: day}, {as!: [friend, stranger]}]}"));

        assertThat(sections.fields("letters").getFirst().asked().columns())
                .extracting(ActField::key, ActField::kind, ActField::needed, ActField::options)
                .containsExactly(
                        tuple("who", ActField.Kind.LINE, true, List.of()),
                        tuple("on", ActField.Kind.DAY, false, List.of()),
                        tuple("as", ActField.Kind.CHOICE, true, List.of("friend", "stranger")));
        assertThatExceptionOfType(LawInconsistent.class)
                .isThrownBy(() -> read(FILE.replace(
                        "{key: from, type: line, need: always}", "{key: from, type: rows, columns: [{on: month}]}")))
                .withMessageContaining("write day, or the options of a choice");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "practice/1 | other/1 | is not what its folder is called",
                "chosen-by: sought | chosen-by: from | name a field of this file that has options",
                "letters: [from, seal] | papers: [from, seal] | is no option of sought",
                "letters: [keep-sealed] | papers: [keep-sealed] | is no option of sought",
                "front: [age] | front: [from, age] | name each once",
                "letters: [from, seal] | letters: [from] | field \"seal\" stands in no section",
                "letters: [from, seal] | letters: [from, seal, from] | name each once",
            })
    void what_is_wrong_with_the_file_is_told(String right, String wrong, String said) {
        assertThatExceptionOfType(LawInconsistent.class)
                .isThrownBy(() -> read(FILE.replace(right, wrong)))
                .withMessageContaining(said);
    }

    private static ChosenSections read(String text) {
        return ChosenSections.read("practice/1/sections.yaml", text);
    }
}
