package org.comity.procedure.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.convention.Instrument;
import org.comity.convention.reading.LawNode;
import org.comity.convention.reading.PracticeLaw;
import org.comity.procedure.ActField;
import org.comity.procedure.ActWriting;
import org.comity.procedure.ActWriting.Written;
import org.comity.procedure.Assured;
import org.comity.procedure.Editions;
import org.comity.procedure.RequestRow;
import org.comity.procedure.field.FiledField;
import org.comity.proof.act.Act;
import org.comity.proof.act.Envelope;
import org.comity.proof.table.ActFacts;
import org.comity.thread.Threads;
import org.comity.ui.Words;
import org.comity.vocabulary.RuleBroken;
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

    /** What governs a request for assistance does not govern a person's surrender, or what nobody asked for. */
    @Test
    void an_assurance_cites_the_paragraph_that_governs_its_procedure() {
        var law = PracticeLaw.held();

        assertThat(law.assurance("assistance", "uncc/2", "use")).isEqualTo("40(19)");
        assertThat(law.assurance("assistance", "uncc/2", "confidentiality")).isEqualTo("40(28)");
        assertThat(law.assurance("assistance", "uncc/2", "return")).isEqualTo("40(10)");
        assertThat(law.assurance("assistance", "uncc/2", "specialty")).isEqualTo("40(11)");
        for (var kind : List.of("use", "confidentiality")) {
            assertThat(law.assurance("spontaneous", "uncc/2", kind)).isEqualTo("40(5)");
            assertThat(Stream.of("extradition", "sentenced", "proceedings")
                            .map(it -> law.assurance(it, "uncc/2", kind)))
                    .containsOnly("");
        }
        for (var kind : List.of("use", "confidentiality")) {
            assertThat(law.assurance("spontaneous", "budapest/2", kind)).isEqualTo("26(2)");
            assertThat(law.assurance("extradition", "budapest/2", kind)).isEmpty();
            assertThat(law.assurance("assistance", "budapest/2", kind)).startsWith("28(2)");
        }
        assertThat(law.assurance("extradition", "uncc/2", "return")).isEqualTo("37(12)");
        assertThat(law.assurance("extradition", "uncc/2", "data-protection")).isEqualTo("36(1)(b)");
        assertThat(law.laws().stream().flatMap(it -> it.assurances().keySet().stream()))
                .isNotEmpty()
                .isSubsetOf(FILES.stream()
                        .flatMap(it -> it.acts().values().stream().flatMap(List::stream))
                        .filter(it -> it.key().equals(Assured.GIVEN))
                        .map(CatalogueOfAssurancesTest::kinds)
                        .findFirst()
                        .orElseThrow());
    }

    /** Who asks is one State, who gives may be either: where one act gives something, both can be said before it. */
    @Test
    void in_each_procedure_that_gives_something_it_can_be_asked_and_given() {
        assertThat(FILES.stream()
                        .filter(it -> !it.assuring().before().isEmpty())
                        .map(ProcedureFile::law))
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
        assertThat(FILES.stream().filter(it -> !it.assuring().before().isEmpty()))
                .allSatisfy(it -> assertThat(Stream.of(Assured.GIVEN, Assured.ASKED))
                        .as(it.id())
                        .allMatch(key -> it.acts().keySet().stream()
                                .anyMatch(type -> it.field(type, key).isPresent())));
    }

    /** By these alone it is read what stands: one that is left out would be asked and never owed. */
    @Test
    void a_procedure_names_every_act_that_can_speak_of_assurances() {
        assertThat(writing(PracticeFiles.file("extradition/1")).assuring())
                .contains("ask", "ask-assurances", "assure", "grant")
                .doesNotContain("close", "acknowledge");
        assertThat(writing(PracticeFiles.file("preservation/1")).assuring()).isEmpty();
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
        var gives = PracticeFiles.file("sentenced/1").assuring().before();

        assertThat(gives)
                .containsEntry("accept", Map.of("offer", "asked"))
                .containsEntry("confirm", Map.of("offer", "offered"));
    }

    /** Its answer may be that none is given. */
    @Test
    void where_an_act_answers_its_rows_count_under_one_answer_alone() {
        var file = PracticeFiles.file("extradition/1");
        var writing = writing(file);
        assertThat(writing.assured("assure", body("given"))).hasSize(1);
        assertThat(writing.assured("assure", body("not-given"))).isEmpty();
        assertThat(writing.assured("answer", body("not-given"))).hasSize(1);
        assertThat(writing.assured("refuse", body("given"))).as("it gives none").isEmpty();

        assertThatCode(() -> door(file, body("given"))).doesNotThrowAnyException();
        // What is described is taken: it is read, and counts as no assurance.
        assertThatCode(() -> door(file, body("not-given"))).doesNotThrowAnyException();
        assertThat(writing.problems(row(), "assure", new Written(body("not-given"), Map.of()))
                        .toString())
                .contains("acts.needed.assurances-not-given");
    }

    /** A procedure in which it can be said that none is given says so to the program. */
    @Test
    void every_choice_of_given_and_not_given_beside_assurances_is_marked() {
        assertThat(FILES.stream()
                        .flatMap(file -> file.acts().keySet().stream()
                                .filter(type -> file.field(type, Assured.GIVEN).isPresent())
                                .filter(type -> file.fields(type).stream()
                                        .anyMatch(it -> it.options().contains("not-given")))
                                .filter(type -> !file.assuring().given().containsKey(type))
                                .map(type -> file.id() + " " + type)))
                .isEmpty();
    }

    @Test
    void a_row_of_no_kind_or_with_a_last_day_that_is_none_stops_at_the_door() {
        var file = PracticeFiles.file("extradition/1");
        for (var wrong : List.of(Map.of("until", "1 June 2027"), Map.of("kind", "deathpenalty"), Map.of("kind", ""))) {
            assertThatThrownBy(() -> door(file, body("given", wrong)))
                    .as(wrong.toString())
                    .isInstanceOf(RuleBroken.class)
                    .hasMessageContaining(Assured.GIVEN);
        }
    }

    /** What is handed over at once asks too late. */
    @Test
    void an_act_only_offers_where_the_file_says_so() {
        var extradition = PracticeFiles.file("extradition/1").assuring();
        assertThat(extradition.offers("grant", Map.of("terms", "asked"))).isTrue();
        assertThat(extradition.offers("grant", Map.of("terms", "none"))).isFalse();
        assertThat(extradition.offers("surrender", Map.of("manner", "final"))).isFalse();
        assertThat(PracticeFiles.file("disclosure/1").assuring().offers()).isEmpty();
        assertThat(PracticeFiles.file("sentenced/1").assuring().offers()).isEmpty();
    }

    private static ActWriting writing(ProcedureFile file) {
        var editions = mock(Editions.class);
        when(editions.ofThread(any())).thenReturn("uncc/2");
        return new FiledWriting(
                file,
                Particulars.none(file.id()),
                PracticeLaw.held(),
                editions,
                mock(OfferingEarlierActs.class),
                mock(OpenGrounds.class),
                null,
                null,
                mock(Words.class),
                mock(Threads.class),
                PracticeFiles.possible(PracticeLaw.held()),
                mock(FactsWithoutEffect.class),
                null);
    }

    private static RequestRow row() {
        var row = mock(RequestRow.class);
        when(row.thread()).thenReturn("t");
        return row;
    }

    private static void door(ProcedureFile file, Map<String, Object> body) {
        var envelope = mock(Envelope.class);
        when(envelope.type()).thenReturn("assure");
        when(envelope.convention()).thenReturn("uncc/2");
        when(envelope.facts()).thenReturn(Map.of());
        when(envelope.said()).thenReturn(new ActFacts("a", "assure", "requesting", Map.of()));
        var act = mock(Act.class);
        when(act.envelope()).thenReturn(envelope);
        when(act.body()).thenReturn(body);
        new FiledProcedure(file, PracticeLaw.held()).check(null, act);
    }

    private static Map<String, Object> body(String answer) {
        return body(answer, Map.of());
    }

    private static Map<String, Object> body(String answer, Map<String, String> more) {
        var row = new LinkedHashMap<>(Map.of("kind", "death-penalty", "words", "So it is.", "by", "Minister"));
        row.putAll(more);
        return Map.of("answer", answer, Assured.GIVEN, List.of(row), "text", "Said.");
    }

    @Test
    void an_act_that_the_file_does_not_have_is_a_fault() {
        fault("assurances: {given: [{bid: {answer: given}}]}");
        fault("assurances: {given: [{ask: {answer: given}}]}");
        fault("assurances: {offers: [ask]}");
        fault("assurances: {offers: [{ask: {terms: asked}}]}");
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
