package org.comity.procedure.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.convention.LawInconsistent;
import org.comity.procedure.ActField;
import org.comity.procedure.field.FieldTypes;
import org.comity.procedure.field.FiledField;
import org.comity.procedure.form.BodyFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file of sections is read strictly, and a section counts where it is chosen. */
class ChosenSectionsTest {

    private static final BodyFields NOTHING = new BodyFields(Map.of());

    private static final String FILE = """
            procedure: practice/1
            chosen-by: sought
            fields:
              - {key: sought, type: choices, options: [data, letters]}
              - {key: from, type: line, need: always}
              - {key: seal, type: choice, options: [wax, none-known]}
              - {key: age, type: line}
            sections:
              letters: [from, seal]
              data: [weight]
            spared:
              letters: [facts]
            beside: [accept]
            duties:
              letters: [keep-sealed]
            """;

    @Test
    void a_section_counts_where_it_is_chosen() {
        var sections = read(FILE);
        var letters = new BodyFields(Map.of("sought", List.of("letters")));

        assertThat(sections.pages())
                .as("what the request asks has its page there")
                .containsOnlyKeys("letters");
        assertThat(sections.chosen(NOTHING))
                .as("from before there was a choice")
                .containsExactly("data");
        assertThat(sections.chosen(new BodyFields(Map.of("sought", List.of())))).isEmpty();
        assertThat(Stream.of("sought", "from", "seal", "age", "weight").filter(it -> sections.asks(letters, it)))
                .containsExactly("sought", "from", "seal", "age");
        assertThat(Stream.of("sought", "from", "seal", "age", "weight").filter(it -> sections.asks(NOTHING, it)))
                .containsExactly("sought", "age", "weight");
        assertThat(sections.own())
                .filteredOn(FiledField::lifted)
                .extracting(FiledField::key)
                .contains("from");
        assertThat(sections.duties("accept", letters)).containsExactly("keep-sealed");
        assertThat(sections.duties("refuse", letters)).isEmpty();
        assertThat(sections.duties("accept", NOTHING)).isEmpty();
    }

    @Test
    void what_is_asked_for_alone_may_spare_a_field() {
        var sections = read(FILE);
        assertThat(sections.spares(new BodyFields(Map.of("sought", List.of("letters"))), "facts"))
                .isTrue();
        assertThat(sections.spares(new BodyFields(Map.of("sought", List.of("letters"))), "from"))
                .isFalse();
        assertThat(sections.spares(new BodyFields(Map.of("sought", List.of("letters", "data"))), "facts"))
                .isFalse();
        assertThat(sections.spares(NOTHING, "facts")).isFalse();
    }

    @Test
    void a_column_can_be_a_day_or_a_choice() {
        var sections = read(FILE.replace(
                "{key: from, type: line, need: always}",
                "{key: from, type: rows, need: always, columns: [who!, {on: day}, {as!: [friend, stranger]}]}"));

        assertThat(sections.own().get(1).asked().columns())
                .extracting(ActField::key, ActField::kind, ActField::needed, ActField::options)
                .containsExactly(
                        tuple("who", ActField.Kind.LINE, true, List.of()),
                        tuple("on", ActField.Kind.DAY, false, List.of()),
                        tuple("as", ActField.Kind.CHOICE, true, List.of("friend", "stranger")));
        assertThatExceptionOfType(LawInconsistent.class)
                .isThrownBy(() -> read(FILE.replace(
                        "{key: from, type: line, need: always}", "{key: from, type: rows, columns: [{on: month}]}")))
                .withMessageContaining("or the options of a choice");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "practice/1 | other/1 | is not what its folder is called",
                "chosen-by: sought | chosen-by: from | name a field of this file that has options",
                "letters: [from, seal] | papers: [from, seal] | is no option of sought",
                "letters: [keep-sealed] | papers: [keep-sealed] | is no option of sought",
                "letters: [facts] | papers: [facts] | is no option of sought",
                "key: age | key: weight | procedure.yaml has a field",
                "letters: [from, seal] | letters: [from, seal, from] | name each once",
            })
    void what_is_wrong_with_the_file_is_told(String right, String wrong, String said) {
        assertThatExceptionOfType(LawInconsistent.class)
                .isThrownBy(() -> read(FILE.replace(right, wrong)))
                .withMessageContaining(said);
    }

    private static ChosenSections read(String text) {
        var line = FieldTypes.of("line").orElseThrow();
        var weight = new FiledField("weight", line, ActField.Need.NO, null, List.of(), false, List.of(), 0, 0);
        return ChosenSections.read("practice/1/sections.yaml", text, List.of(weight));
    }
}
