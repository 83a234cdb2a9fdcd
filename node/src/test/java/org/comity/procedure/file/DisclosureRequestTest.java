package org.comity.procedure.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.convention.Convention;
import org.comity.convention.reading.PracticeLaw;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.procedure.Composition.Check;
import org.comity.procedure.Composition.PageField;
import org.comity.procedure.Link;
import org.comity.procedure.RequestRow.Turn;
import org.comity.procedure.Requests;
import org.comity.procedure.form.Golden;
import org.comity.proof.act.Act;
import org.comity.proof.act.Envelope;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.SaltedHash;
import org.comity.thread.Procedure.Result.Moved;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.ui.words.WordsForTests;
import org.comity.vocabulary.Role;
import org.comity.vocabulary.RuleBroken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.LinkedMultiValueMap;

/** A procedure that never had Java: its opening act is written, checked, printed and offered on by its file alone. */
class DisclosureRequestTest {

    private static final Words WORDS = WordsForTests.load();
    private static final Convention LAW = PracticeLaw.held();
    private static final ProcedureFile FILE = PracticeFiles.all().stream()
            .filter(it -> it.law().equals("disclosure"))
            .findFirst()
            .orElseThrow();

    private final Directory directory = mock(Directory.class);
    private final FiledProcedure procedure = new FiledProcedure(FILE, LAW);
    private final FiledComposition pages =
            new FiledComposition(FILE, Particulars.none(FILE.id()), LAW, directory, WORDS, PracticeFiles.possible(LAW));
    private final FiledRendering rendering = new FiledRendering(FILE, LAW, WORDS);
    private final FiledFilling filling = new FiledFilling(FILE, pages, mock(Requests.class), mock(FiledWriting.class));

    @BeforeEach
    void ourselves() {
        var self = mock(Participant.class);
        when(self.functions()).thenReturn(Map.of("contact-point", "Contact point of Aldoria"));
        when(directory.self()).thenReturn(self);
    }

    @ParameterizedTest
    @ValueSource(strings = {"uncc", "budapest", "other"})
    void posted_forms_become_the_same_act(String instrument) throws IOException {
        Golden.stays("disclosure-1-report-" + instrument, "report", pages, rendering, forms(instrument), WORDS);
    }

    @Test
    void it_begins_in_the_name_of_who_answers_at_any_hour() {
        assertThat(pages.steps()).containsExactly("state", "communication", "outcome", "terms");
        assertThat(pages.empty()).containsEntry("authority", "Contact point of Aldoria");
        assertThat(pages.template()).isEqualTo("procedure/file/compose");
    }

    @Test
    void what_was_chosen_says_what_is_needed() {
        assertThat(missing(Map.of("outcome", "disclosed")))
                .contains("hops", "path")
                .doesNotContain("ground");
        assertThat(missing(Map.of("outcome", "withheld"))).contains("ground").doesNotContain("hops", "words");
        assertThat(missing(Map.of("outcome", "withheld", "ground", "other"))).contains("words");
        assertThat(missing(Map.of("outcome", "disclosed", "hops.0.state", "XC")))
                .contains("hops.0.provider", "hops.0.showed");
    }

    @Test
    void a_page_shows_each_field_with_its_paragraph_and_its_choices() {
        var body = written("uncc");
        var fields = pages.fields(body, "outcome", Language.ENGLISH);

        assertThat(fields).extracting(PageField::key).containsExactly("outcome", "hops", "path", "ground", "words");
        assertThat(fields.get(1).ref()).isEqualTo("43(1)");
        assertThat(fields.get(1).columns()).hasSize(4);
        assertThat(fields.get(3).options()).extracting(it -> it.value()).contains("essential-interests", "other");
    }

    @Test
    void everything_settled_is_ticked() {
        assertThat(pages.checks(written("uncc"), Language.ENGLISH))
                .isNotEmpty()
                .allMatch(it -> it.missing().isEmpty())
                .filteredOn(Check::asked)
                .isNotEmpty()
                .allMatch(Check::settled);
    }

    @Test
    void how_much_must_be_settled_hangs_on_nothing_optional_and_what_a_choice_adds_says_so() {
        var empty = pages.checks(pages.empty(), Language.ENGLISH);
        var optional = pages.apply(pages.empty(), "terms", form(Map.of("terms", "For this proceeding only.")));
        var chosen =
                pages.checks(pages.apply(optional, "outcome", form(Map.of("outcome", "withheld"))), Language.ENGLISH);

        assertThat(Check.counted(empty)).isNotEmpty().noneMatch(Check::added);
        assertThat(Check.counted(pages.checks(optional, Language.ENGLISH))).hasSameSizeAs(Check.counted(empty));
        assertThat(Check.counted(chosen)).hasSize(Check.counted(empty).size() + 1);
        assertThat(chosen)
                .filteredOn(Check::added)
                .singleElement()
                .satisfies(it -> assertThat(it.missing()).isNotEmpty());
    }

    @Test
    void another_instrument_has_other_grounds() {
        var begun = pages.apply(
                pages.empty(), "outcome", form(Map.of("outcome", "withheld", "ground", "essential-interests")));
        var turned = pages.apply(begun, "state", form(Map.of("instrument", "budapest")));

        assertThat(turned).containsEntry("ground", "").containsEntry("outcome", "withheld");
    }

    @Test
    void the_fold_reads_the_outcome_from_the_envelope() {
        assertThat(pages.facts(written("uncc"), Map.of("follows", "x")))
                .containsEntry("outcome", "disclosed")
                .containsEntry("follows", "x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"uncc", "budapest", "other"})
    void a_whole_report_stands_at_the_door(String instrument) {
        assertThatCode(() -> procedure.check(null, report(instrument, written(instrument), facts("disclosed"))))
                .doesNotThrowAnyException();
    }

    @Test
    void what_breaks_a_rule_is_refused_by_its_field() {
        refused("missing", "follows", Map.of(), Map.of("outcome", "disclosed"));
        refused("missing", "hops", Map.of("hops", List.of()), facts("disclosed"));
        refused("missing", "communication", Map.of("communication", ""), facts("disclosed"));
        refused("missing", "ground", Map.of("outcome", "withheld"), facts("withheld"));
        refused("missing", "words", Map.of("outcome", "withheld", "ground", "other"), facts("withheld"));
        refused("unknown", "ground", Map.of("outcome", "withheld", "ground", "fiscal"), facts("withheld"));
        refused("unknown", "outcome", Map.of("outcome", "withheld"), facts("disclosed"));
        refused("unknown", "instrument", Map.of("instrument", "budapest"), facts("disclosed"));
        refused("unknown", "hops", Map.of("hops", List.of(Map.of("provider", "Relay"))), facts("disclosed"));
    }

    @Test
    void what_would_be_signed_and_not_shown_is_refused() {
        unread("communication", List.of("x"));
        unread("communication", Map.of("text", "x"));
        unread("secret", "yes");
        unread("path", 7);
        unread("ourCase", List.of("K 8/27"));
        unread("from", "soon");
        unread("emergencyReason", List.of("A child is missing."));
        unread("data", List.of(Map.of("kind", "mail", "value", "a@mail.example", "owner", "Ivo Renn")));
        unread("data", List.of(Map.of("kind", "mail", "value", "a@mail.example"), "b@mail.example"));
        var hop = Map.of("provider", "Relay Ltd", "showed", "A log");
        unread("hops", List.of(hop, "Another Ltd"));
        unread("hops", List.of(Map.of("provider", "Relay Ltd", "showed", "A log", "note", "Theirs")));
        unread("hops", List.of(Map.of("provider", "Relay Ltd", "showed", "A log", "state", List.of("XC"))));
    }

    @Test
    void what_says_nothing_hides_nothing() {
        var body = new LinkedHashMap<>(written("uncc"));
        body.putAll(Map.of("secret", false, "terms", "", "from", " "));
        body.put("data", List.of(Map.of("kind", "mail", "value", "a@mail.example")));
        assertThatCode(() -> procedure.check(null, report("uncc", body, facts("disclosed"))))
                .doesNotThrowAnyException();
    }

    private void unread(String field, Object said) {
        refused("unknown", field, Map.of(field, said), facts("disclosed"));
    }

    @Test
    void a_program_gives_what_a_page_asks_and_nothing_is_dropped() {
        var hops = List.of(Map.of("provider", "Relay Ltd", "state", "XC", "showed", "A log"));
        assertThat(filling.body("report", Map.of("hops", hops, "outcome", "disclosed")))
                .containsEntry("outcome", "disclosed")
                .hasEntrySatisfying("hops", it -> assertThat((List<?>) it).hasSize(1));
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> filling.body("report", Map.of("provider", "Relay Ltd")))
                .satisfies(it -> assertThat(it.code()).isEqualTo("disclosure.unreadable"));
    }

    @Test
    void both_states_are_offered_what_would_have_effect() {
        var steps = new FiledSteps(FILE, procedure);
        var disclosed = ((Moved) procedure.move(
                        null, procedure.said("report", "requested").findFirst().orElseThrow()))
                .to();

        assertThat(steps.offered(disclosed, Role.REQUESTING, Instant.EPOCH))
                .first()
                .isEqualTo("acknowledge");
        assertThat(steps.offered(disclosed, Role.REQUESTED, Instant.EPOCH)).doesNotContain("acknowledge");
        assertThat(steps.turn(disclosed, Role.REQUESTED)).isIn(Turn.THEIRS, Turn.NOBODY);
    }

    private List<String> missing(Map<String, String> posted) {
        var body = pages.apply(pages.empty(), "outcome", form(posted));
        return pages.problems(body, "outcome").all().stream()
                .map(FormProblems.Problem::field)
                .toList();
    }

    private Map<String, Object> written(String instrument) {
        var body = pages.empty();
        for (var step : pages.steps()) {
            body = pages.apply(
                    body, step, new LinkedMultiValueMap<>(forms(instrument).get(step)));
        }
        return body;
    }

    private void refused(String what, String field, Map<String, Object> instead, Map<String, String> facts) {
        var body = new LinkedHashMap<>(written("uncc"));
        body.putAll(instead);
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> procedure.check(null, report("uncc", body, facts)))
                .satisfies(it -> {
                    assertThat(it.code()).isEqualTo("disclosure." + what);
                    assertThat(it.facts()).containsEntry("field", field);
                    assertThat(WORDS.has("ar", "error." + it.code())).isTrue();
                });
    }

    private static Map<String, String> facts(String outcome) {
        return Map.of("outcome", outcome, "follows", Link.to("ab".repeat(32)).fact());
    }

    private static Act report(String instrument, Map<String, Object> body, Map<String, String> facts) {
        return new Act(
                new Envelope(
                        "ab".repeat(32),
                        "0b7e1c52-3f0e-4c53-9a55-000000000001",
                        FILE.id(),
                        LAW.newest(instrument).orElseThrow().edition(),
                        "report",
                        "XA-1",
                        "XB-1",
                        "requested",
                        Instant.parse("2026-11-24T12:00:00Z"),
                        List.of(),
                        false,
                        facts,
                        SaltedHash.of(CanonicalJson.write(body)),
                        List.of()),
                body);
    }

    private static LinkedMultiValueMap<String, String> form(Map<String, String> posted) {
        var form = new LinkedMultiValueMap<String, String>();
        posted.forEach(form::add);
        return form;
    }

    private static Map<String, Map<String, List<String>>> forms(String instrument) {
        var state = new HashMap<String, List<String>>();
        if (instrument.equals("other")) {
            state.putAll(Map.of("basisKind", List.of("reciprocity"), "basis", List.of("Note of 3 May 2027")));
        }
        state.putAll(Map.of("instrument", List.of(instrument), "ourCase", List.of("K 7/27")));
        return Map.of(
                "state", state,
                "communication",
                        Map.of(
                                "authority", List.of("Contact point of Aldoria"),
                                "communication", List.of("The mail of 3 March with the demand"),
                                "data", List.of("pay@mail.example\n192.0.2.1 2027-03-01 10:00 UTC"),
                                "from", List.of("2027-01-01"),
                                "until", List.of("2027-02-01")),
                "outcome",
                        Map.of(
                                "outcome", List.of("disclosed"),
                                "hops.0.provider", List.of("Relay Ltd"),
                                "hops.0.state", List.of("XC"),
                                "hops.0.showed", List.of("Its address in the header"),
                                "path", List.of("From Relay Ltd by way of Mail Ltd.")),
                "terms", Map.of("terms", List.of("For this proceeding only."), "secret", List.of("yes")));
    }
}
