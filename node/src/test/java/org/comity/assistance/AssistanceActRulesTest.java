package org.comity.assistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comity.assistance.AssistanceStep.Kind;
import org.comity.procedure.Link;
import org.comity.procedure.form.BodyFields;
import org.comity.proof.act.Act;
import org.comity.proof.act.Envelope;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.SaltedHash;
import org.comity.thread.Procedure;
import org.comity.ui.words.WordsForTests;
import org.comity.vocabulary.RuleBroken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Field and ground rules, by the thread's own instrument and edition. */
class AssistanceActRulesTest {

    private static final String ID = "b".repeat(64);

    private final Procedure rules = PracticeAssistance.procedure();

    @ParameterizedTest
    @EnumSource(Kind.class)
    void an_act_of_each_type_passes_when_it_says_what_it_must(Kind kind) {
        stands(act(kind.type(), PracticeAssistance.facts(kind.type(), 1, ID), PracticeAssistance.body(kind.type(), 1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "authority",
                "proceeding",
                "conductedBy",
                "facts",
                "measures",
                "assistance",
                "purpose",
                "scope",
                "offences",
                "offence",
                "dataClasses",
                "identifiers"
            })
    void a_request_lacks_nothing_that_the_law_data_call_mandatory(String field) {
        var body = PracticeAssistance.request();
        body.remove(field);

        refused(act("request", Map.of(), body), "assistance.missing", field);
        assertThat(WordsForTests.load().has("en", "assistance.needed." + field)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "offences, 42",
        "dataClasses, voice",
        "measures, destroy",
        "expedited, soon",
        "stage, gossip",
        "instrument, budapest",
    })
    void a_request_says_nothing_that_nobody_knows(String field, String value) {
        var body = PracticeAssistance.request();
        body.put(field, body.get(field) instanceof List ? List.of(value) : value);

        refused(act("request", Map.of(), body), "assistance.unknown", field);
    }

    @Test
    void what_is_asked_for_is_asked_whole_and_nothing_else_is() {
        for (var section : Sections.names()) {
            var body = PracticeAssistance.request();
            List.of("measures", "dataClasses", "identifiers").forEach(body::remove);
            body.putAll(Sections.body(section));
            stands(newest(body));

            for (var field : Sections.fields(section)) {
                var less = new HashMap<>(body);
                less.remove(field.key());
                boolean needed = field.always(new BodyFields(less), Map.of());
                assertThat(lacks(less)).as(field.key()).isEqualTo(needed ? field.key() : "");
            }
        }
    }

    @Test
    void a_row_is_told_whole() {
        var body = PracticeAssistance.request();
        body.putAll(Sections.body("service"));
        body.put("serviceOf", List.of(Map.of("document", "A summons", "addressee", "", "address", "")));

        refused(newest(body), "assistance.unknown", "serviceOf");
    }

    @Test
    void nobody_in_custody_is_to_be_back_before_the_day_on_which_they_come() {
        var body = PracticeAssistance.request();
        body.putAll(Sections.body("transfer"));
        body.put("transferFrom", "2027-05-10");
        body.put("transferUntil", "2027-05-10");
        stands(newest(body));

        body.put("transferUntil", "2027-05-09");
        refused(newest(body), "assistance.unknown", "transferUntil");
    }

    /** Nothing is asked for, or only the service of papers, which needs no facts. */
    @Test
    void something_is_asked_for_and_only_service_needs_no_facts() {
        var body = PracticeAssistance.request();
        body.put("purposes", List.of());
        assertThat(lacks(body)).isEqualTo("purposes");

        body.putAll(Sections.body("service"));
        body.remove("facts");
        stands(newest(body));

        body.put("purposes", List.of("service", "other"));
        assertThat(lacks(body)).isEqualTo("facts");
    }

    @Test
    void a_purpose_or_an_option_that_nobody_knows_is_refused() {
        var body = PracticeAssistance.request();
        body.put("purposes", List.of("data", "gossip"));
        refused(newest(body), "assistance.unknown", "purposes");

        body.putAll(Sections.body("hearing"));
        body.put("hearingConducts", "nobody");
        refused(newest(body), "assistance.unknown", "hearingConducts");

        body.putAll(Sections.body("hearing"));
        body.put("hearingOf", List.of(Map.of("person", "P. Example", "capacity", "suspect")));
        refused(newest(body), "assistance.unknown", "hearingOf");

        body.putAll(Sections.body("hearing"));
        body.put("hearingWhy", List.of("in a list"));
        refused(newest(body), "assistance.unknown", "hearingWhy");
    }

    private static Act newest(Map<String, Object> body) {
        return new Act(envelope("request", "uncc/2", Map.of(), body), body);
    }

    /** The first field that is missing; empty if none is. */
    private String lacks(Map<String, Object> body) {
        try {
            rules.check(null, newest(body));
            return "";
        } catch (RuleBroken missing) {
            assertThat(missing.code()).isEqualTo("assistance.missing");
            return missing.facts().getOrDefault("field", "");
        }
    }

    @Test
    void an_offence_of_the_instrument_is_needed_only_where_the_scope_rests_on_one() {
        var body = PracticeAssistance.request();
        body.put("offences", List.of());
        body.put("scope", "evidence-of-serious-crime");

        stands(act("request", Map.of(), body));
    }

    @Test
    void an_ip_address_bears_its_time_and_zone_and_a_period_does_not_run_backwards() {
        var body = PracticeAssistance.request();
        body.put("identifiers", List.of(Map.of("kind", "ip", "value", "203.0.113.44", "time", "", "zone", "")));
        refused(act("request", Map.of(), body), "assistance.missing", "identifiers");

        body.put("identifiers", PracticeAssistance.request().get("identifiers"));
        body.put("from", "2026-11-02T00:00:00Z");
        body.put("until", "2026-11-01T00:00:00Z");
        refused(act("request", Map.of(), body), "assistance.unknown", "until");
    }

    @Test
    void in_an_emergency_a_request_goes_with_what_is_known() {
        var known = new HashMap<String, Object>(Map.of(
                "instrument",
                "uncc",
                "authority",
                "Contact point of Aldoria",
                "emergency",
                true,
                "emergencyReason",
                "A child is threatened.",
                "identifiers",
                PracticeAssistance.request().get("identifiers")));
        stands(act("request", Map.of(), known));

        known.remove("emergencyReason");
        refused(act("request", Map.of(), known), "assistance.missing", "emergencyReason");
    }

    @ParameterizedTest
    @CsvSource({
        "refuse, not-in-conformity, true",
        "refuse, dual-criminality, true",
        "refuse, personal-data, true",
        "refuse, ongoing-proceeding, false",
        "refuse, bank-secrecy, false",
        "refuse, political-offence, false",
        "postpone, ongoing-proceeding, true",
        "postpone, essential-interests, false"
    })
    void a_ground_is_one_of_the_threads_own_instrument(String type, String ground, boolean stands) {
        var act = act(type, Map.of(), Map.of("ground", ground, "text", "Why."));
        if (stands) {
            stands(act);
        } else {
            refused(act, "assistance.unknown", "ground");
        }
    }

    @Test
    void a_state_may_always_refuse_in_its_own_words_without_consultation_or_reasons() {
        stands(act("refuse", Map.of(), Map.of("ground", "other", "words", "A matter for our courts.")));
        refused(act("refuse", Map.of(), Map.of("ground", "other")), "assistance.missing", "words");
        stands(act("unable", Map.of(), Map.of("text", "No expert is free.")));
    }

    @Test
    void an_edition_without_this_procedure_is_refused() {
        var act = new Act(
                envelope("refuse", "budapest/1", Map.of(), Map.of("ground", "other")), Map.of("ground", "other"));
        refused(act, "assistance.unknown", "convention");
    }

    @ParameterizedTest
    @CsvSource({"instrument, instrument", "basisKind, basis-kind", "basis, basis"})
    void a_basis_that_the_state_names_itself_is_named(String field, String missing) {
        var body = PracticeAssistance.request();
        body.putAll(Map.of(
                "instrument",
                "other",
                "basisKind",
                "bilateral",
                "basis",
                "Treaty of 3 May 2011",
                "scope",
                "",
                "offences",
                List.of()));
        stands(new Act(envelope("request", "other/1", Map.of(), body), body));
        refused(act("request", Map.of(), body), "assistance.unknown", "instrument");

        body.put(field, "");
        refused(
                new Act(envelope("request", "other/1", Map.of(), body), body),
                "assistance." + (field.equals("instrument") ? "unknown" : "missing"),
                field);
        assertThat(WordsForTests.load().has("ar", "basis.missing." + missing)).isTrue();
    }

    @Test
    void a_basis_of_ones_own_is_not_named_beside_a_treaty_that_is_held_here() {
        var body = PracticeAssistance.request();
        body.put("basis", "Treaty of 3 May 2011");
        refused(act("request", Map.of(), body), "assistance.missing", "instrument");
    }

    @Test
    void what_the_fold_needs_is_in_the_facts() {
        refused(act("matched", Map.of(), Map.of()), "assistance.missing", "delivery");
        refused(act("consent-use", Map.of("use", "soon"), Map.of()), "assistance.missing", "use");
        refused(act("deliver", Map.of(), PracticeAssistance.body("deliver", 1)), "assistance.missing", "part");
    }

    @Test
    void a_delivery_names_its_items_and_the_facts_bind_the_list() {
        var items = PracticeAssistance.items(1);
        stands(act("deliver", items.facts(true), Map.of("items", items.manifests())));

        refused(act("deliver", items.facts(true), Map.of("items", List.of())), "assistance.unknown", "items");
        refused(act("deliver", items.facts(true), Map.of("items", List.of("a file"))), "assistance.unknown", "items");
        refused(
                act(
                        "deliver",
                        items.facts(true),
                        Map.of("items", items.manifests().reversed())),
                "assistance.unknown",
                "items");
        refused(
                act("deliver", PracticeAssistance.items(2).facts(true), Map.of("items", items.manifests())),
                "assistance.unknown",
                "manifests");
    }

    @Test
    void what_was_found_is_said_of_each_item_in_the_order_of_the_delivery_and_bound_by_the_facts() {
        var items = PracticeAssistance.items(1);
        var facts = new HashMap<>(items.facts());
        facts.put("delivery", "d".repeat(64));
        var rows = items.manifests().stream()
                .map(it -> Map.<String, Object>of("manifest", it, "sha256", "ab".repeat(32), "result", "matched"))
                .toList();
        stands(act("matched", facts, Map.of("found", rows)));
        stands(act("matched", Map.of("delivery", "d".repeat(64)), Map.of()));

        refused(act("matched", facts, Map.of("found", rows.reversed())), "assistance.unknown", "found");
        refused(
                act("matched", facts, Map.of("found", List.of(Map.of("manifest", "a file")))),
                "assistance.unknown",
                "found");
        refused(act("matched", facts, Map.of("found", rows.subList(0, 1))), "assistance.unknown", "manifests");
    }

    @Test
    void passing_on_names_a_consent_or_none_and_destroying_the_day_when_backups_lapse() {
        var delivery = Map.of("delivery", "d".repeat(64));
        stands(act(
                "onward", PracticeAssistance.facts("onward", 1, "d".repeat(64)), PracticeAssistance.body("onward", 1)));
        refused(act("onward", delivery, PracticeAssistance.body("onward", 1)), "assistance.unknown", "consent");
        var soon = new HashMap<>(PracticeAssistance.body("onward", 1));
        soon.put("doneOn", "soon");
        refused(
                act("onward", PracticeAssistance.facts("onward", 1, "d".repeat(64)), soon),
                "assistance.unknown",
                "doneOn");

        var destroyed = new HashMap<>(PracticeAssistance.body("destroyed", 1));
        stands(act("destroyed", delivery, destroyed));
        destroyed.put("backupsUntil", "2026-11-24");
        stands(act("destroyed", delivery, destroyed));
        destroyed.put("backupsUntil", "2026-11-23");
        refused(act("destroyed", delivery, destroyed), "assistance.unknown", "backupsUntil");
        destroyed.remove("backupsUntil");
        refused(act("destroyed", delivery, destroyed), "assistance.missing", "backupsUntil");
    }

    @Test
    void an_assurance_that_is_asked_is_of_a_known_kind() {
        var given = new HashMap<String, Object>(
                Map.of("kind", "use", "words", "This case", "by", "Prosecutor general", "until", "2027-03-01"));
        stands(act("propose-conditions", Map.of(), Map.of("assurancesAsked", List.of(given))));

        given.put("until", "spring");
        refused(
                act("propose-conditions", Map.of(), Map.of("assurancesAsked", List.of(given))),
                "assistance.unknown",
                "assurancesAsked");
        given.put("until", "");
        given.put("kind", "");
        refused(
                act("propose-conditions", Map.of(), Map.of("assurancesAsked", List.of(given))),
                "assistance.unknown",
                "assurancesAsked");
        refused(act("propose-conditions", Map.of(), Map.of()), "assistance.missing", "text");
    }

    @Test
    void a_text_has_an_end() {
        refused(act("answer", Map.of(), Map.of("text", "x".repeat(8001))), "assistance.too-long", "text");
    }

    @Test
    void the_link_to_a_preservation_has_its_form() {
        var body = PracticeAssistance.request();
        stands(act(
                "request",
                Map.of(
                        Link.FACT,
                        Link.to("0b7e1c52-3f0e-4c53-9a55-000000000001").fact()),
                body));
        refused(act("request", Map.of(Link.FACT, "XA-2026-000001"), body), "assistance.unknown", "follows");
    }

    @Test
    void receipts_and_questions_leave_with_one_officer_and_what_binds_does_not() {
        var procedure = PracticeAssistance.procedure();
        assertThat(PracticeAssistance.types().stream()
                        .filter(it -> procedure.oneOfficerSuffices(act(it, Map.of(), Map.of()))))
                .containsExactlyInAnyOrder(
                        "acknowledge",
                        "ask",
                        "answer",
                        "supplement",
                        "ask-status",
                        "status",
                        "received",
                        "matched",
                        "not-matched");
        assertThat(procedure.oneOfficerSuffices(act("request", Map.of(), Map.of("emergency", true))))
                .isTrue();
        assertThat(procedure.oneOfficerSuffices(act("deliver", Map.of(), Map.of("emergency", true))))
                .isFalse();
    }

    private void stands(Act act) {
        assertThatCode(() -> rules.check(null, act)).doesNotThrowAnyException();
    }

    private void refused(Act act, String code, String field) {
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> rules.check(null, act))
                .satisfies(it -> {
                    assertThat(it.code()).isEqualTo(code);
                    assertThat(it.facts()).containsEntry("field", field);
                    assertThat(WordsForTests.load().has("en", "error." + code)).isTrue();
                });
    }

    private static Act act(String type, Map<String, String> facts, Map<String, Object> body) {
        return new Act(envelope(type, "uncc/1", facts, body), body);
    }

    private static Envelope envelope(String type, String edition, Map<String, String> facts, Map<String, Object> body) {
        return new Envelope(
                "ab".repeat(32),
                "0b7e1c52-3f0e-4c53-9a55-000000000001",
                "assistance/1",
                edition,
                type,
                "XA-1",
                "XB-1",
                "requesting",
                Instant.parse("2026-11-24T12:00:00Z"),
                List.of(),
                false,
                facts,
                SaltedHash.of(CanonicalJson.write(body)),
                List.of());
    }
}
