package org.comity.procedure.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.convention.Instrument;
import org.comity.convention.reading.LawNode;
import org.comity.convention.reading.PracticeLaw;
import org.comity.procedure.ActField;
import org.comity.procedure.Assured;
import org.comity.procedure.field.FiledField;
import org.junit.jupiter.api.Test;

/** There is one catalogue of assurances, each procedure that gives something takes it, and an instrument says what it rests on. */
class CatalogueOfAssurancesTest {

    private static final List<ProcedureFile> FILES = FiledProcedures.read();

    @Test
    void every_field_of_assurances_has_the_kinds_of_the_one_catalogue() {
        assertThat(FILES.stream()
                        .flatMap(it -> it.acts().values().stream())
                        .flatMap(List::stream)
                        .filter(it -> List.of(Assured.GIVEN, Assured.ASKED).contains(it.key()))
                        .map(CatalogueOfAssurancesTest::kinds)
                        .distinct())
                .singleElement()
                .satisfies(it -> assertThat(it)
                        .contains("death-penalty", "fair-trial", "use", "data-protection")
                        .doesNotHaveDuplicates());
    }

    /** Who asks is one State, who gives may be either: where one act gives something, both can be said before it. */
    @Test
    void in_each_procedure_that_gives_something_it_can_be_asked_and_given() {
        assertThat(FILES.stream().filter(it -> !it.gives().isEmpty()).map(ProcedureFile::law))
                .contains(
                        "assistance",
                        "extradition",
                        "interception",
                        "sentenced",
                        "proceedings",
                        "confiscation",
                        "disposal",
                        "freezing",
                        "disclosure",
                        "spontaneous");
        assertThat(FILES.stream().filter(it -> !it.gives().isEmpty()))
                .allSatisfy(it -> assertThat(Stream.of(Assured.GIVEN, Assured.ASKED))
                        .as(it.id())
                        .allMatch(key -> it.acts().keySet().stream()
                                .anyMatch(type -> it.field(type, key).isPresent())));
    }

    @Test
    void an_assurance_says_what_in_words_and_who_gives_it() {
        var given = FILES.stream()
                .flatMap(it -> it.acts().values().stream().flatMap(List::stream))
                .filter(it -> it.key().equals(Assured.GIVEN))
                .findFirst()
                .orElseThrow();

        assertThat(given.columns())
                .filteredOn(FiledField.Column::needed)
                .extracting(FiledField.Column::key)
                .containsExactly("kind", "words", "by");
        assertThat(given.asked().columns())
                .filteredOn(it -> it.kind() == ActField.Kind.DAY)
                .extracting(ActField::key)
                .containsExactly("until");
    }

    /** Death penalty and fair trial rest on other law, and no instrument of ours says otherwise. */
    @Test
    void an_instrument_names_kinds_of_the_catalogue_alone() {
        var kinds = kinds(FILES.stream()
                .flatMap(it -> it.acts().values().stream().flatMap(List::stream))
                .filter(it -> it.key().equals(Assured.GIVEN))
                .findFirst()
                .orElseThrow());
        assertThat(PracticeLaw.held().instruments())
                .allSatisfy(it -> assertThat(kinds).containsAll(it.assurances().keySet()))
                .extracting(Instrument::assurances)
                .noneMatch(it -> it.containsKey("death-penalty") || it.containsKey("fair-trial"))
                .anySatisfy(it -> assertThat(it).containsKeys("use", "data-protection", "onward"));
    }

    @Test
    void what_the_person_was_sentenced_by_says_which_act_gives() {
        var gives = PracticeFiles.file("sentenced/1").gives();

        assertThat(gives)
                .containsEntry("accept", Map.of("offer", "asked"))
                .containsEntry("confirm", Map.of("offer", "offered"));
    }

    @Test
    void an_act_that_the_file_does_not_have_is_a_fault() {
        fault("assurances: {asked: [bid]}");
        fault("assurances: {given: [bid]}");
        fault("assurances: {before: [bid]}");
        fault("assurances: {before: [{bid: {offer: asked}}]}");
        fault("assurances: {before: [ask], after: [ask]}");
    }

    private static void fault(String text) {
        var acts = new LinkedHashMap<String, List<FiledField>>(Map.of("ask", List.of()));
        var shared = LawNode.read("common.yaml", "acts: {ask: []}\nfields: [{key: assurances, type: text}]");
        var reading = new ReadingAssurances(acts, new ReadingFields(shared, acts, "request"));
        assertThatThrownBy(() -> reading.of(LawNode.read("x", text))).as(text).hasMessageContaining("x");
    }

    private static List<String> kinds(FiledField field) {
        return field.columns().stream()
                .filter(it -> it.key().equals(Assured.KIND))
                .findFirst()
                .orElseThrow()
                .options();
    }
}
