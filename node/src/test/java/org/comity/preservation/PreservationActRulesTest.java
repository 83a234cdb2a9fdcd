package org.comity.preservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comity.procedure.form.FieldBroken;
import org.comity.proof.act.Act;
import org.comity.proof.act.Envelope;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.SaltedHash;
import org.comity.thread.Procedure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Field, ground and period rules, by the thread's own instrument and edition. */
class PreservationActRulesTest {

    private final Procedure rules = PracticePreservation.procedure();

    /** A field that no other act has does not spare it the second officer. */
    @Test
    void only_a_request_is_an_emergency() {
        var procedure = PracticePreservation.procedure();
        var emergency = Map.<String, Object>of("emergency", true);
        assertThat(PracticePreservation.types()
                        .filter(it -> procedure.oneOfficerSuffices(act(it, "uncc/1", Map.of(), emergency)))
                        .filter(it -> !procedure.oneOfficerSuffices(act(it, "uncc/1", Map.of(), Map.of()))))
                .containsExactly("request");
    }

    @ParameterizedTest
    @CsvSource({
        "uncc/1, essential-interests, true",
        "uncc/1, discrimination, true",
        "uncc/1, political-offence, false",
        "budapest/1, political-offence, true",
        "budapest/1, discrimination, false",
        "budapest/1, essential-interests, true",
        "other/1, basis-not-accepted, true",
        "other/1, essential-interests, false",
        "uncc/2, discrimination, true",
        "uncc/2, political-offence, false",
        "budapest/2, political-offence, true",
        "budapest/2, domestic-bar, false",
        "uncc/1, no-such-ground, false",
        "unknown/9, essential-interests, false"
    })
    void a_ground_is_one_of_the_threads_own_instrument(String edition, String ground, boolean stands) {
        var act = act("refuse", edition, Map.of(), Map.of("ground", ground));
        if (stands) {
            assertThatCode(() -> rules.check(null, act)).doesNotThrowAnyException();
        } else {
            assertThatExceptionOfType(FieldBroken.class).isThrownBy(() -> rules.check(null, act));
        }
    }

    @Test
    void reasons_that_are_said_to_stand_below_stand_there() {
        Map<String, Object> refused = Map.of("ground", "discrimination", "reasons", "given", "consultation", "none");
        var told = new HashMap<>(refused);
        told.put("text", "The request names an opinion alone.");

        assertThatExceptionOfType(FieldBroken.class)
                .isThrownBy(() -> rules.check(null, act("refuse", "uncc/2", Map.of(), refused)))
                .withMessageContaining("text");
        assertThatCode(() -> rules.check(null, act("refuse", "uncc/2", Map.of(), told)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"uncc/1, 59, false", "uncc/1, 60, true", "budapest/1, 59, false", "budapest/1, 60, true"})
    void a_report_names_an_end_that_the_threads_edition_allows(String edition, int days, boolean stands) {
        var preserved = Instant.parse("2026-11-24T12:00:00Z");
        var act = act(
                "report-preserved",
                edition,
                Map.of("until", preserved.plusSeconds(86_400L * days).toString()),
                Map.of("preservedAt", preserved.toString(), "kept", "logs"));
        if (stands) {
            assertThatCode(() -> rules.check(null, act)).doesNotThrowAnyException();
        } else {
            assertThatExceptionOfType(FieldBroken.class)
                    .isThrownBy(() -> rules.check(null, act))
                    .satisfies(it -> assertThat(it.code()).isEqualTo("preservation.too-short"));
        }
    }

    @Test
    void a_basis_that_the_state_names_itself_is_named_and_no_offence_of_the_convention_with_it() {
        var body = new HashMap<String, Object>(Map.of(
                "instrument",
                "other",
                "basisKind",
                "bilateral",
                "basis",
                "Treaty of 3 May 2011",
                "authority",
                "Cyber Unit",
                "offence",
                "Fraud, 214",
                "facts",
                "Forged notices.",
                "link",
                "They came from it.",
                "necessity",
                "Deleted after 30 days."));
        body.putAll(Map.of(
                "dataClasses",
                List.of("traffic"),
                "intent",
                true,
                "identifiers",
                List.of(Map.of("kind", "mail", "value", "a@mail.example", "time", "", "zone", ""))));
        assertThatCode(() -> rules.check(null, act("request", "other/1", Map.of(), body)))
                .doesNotThrowAnyException();
        assertThatExceptionOfType(FieldBroken.class)
                .as("filed under another instrument than it names")
                .isThrownBy(() -> rules.check(null, act("request", "uncc/1", Map.of(), body)));

        body.put("offences", List.of("7"));
        assertThatExceptionOfType(FieldBroken.class)
                .isThrownBy(() -> rules.check(null, act("request", "other/1", Map.of(), body)));

        body.put("offences", List.of());
        body.put("basis", "x".repeat(501));
        lacks(body, "basis");
        body.put("basis", "");
        lacks(body, "basis");
        body.put("instrument", "");
        lacks(body, "instrument");
    }

    private void lacks(Map<String, Object> body, String missing) {
        assertThatExceptionOfType(FieldBroken.class)
                .isThrownBy(() -> rules.check(null, act("request", "other/1", Map.of(), body)))
                .satisfies(it -> assertThat(it.facts()).containsEntry("field", missing));
    }

    @Test
    void what_an_act_always_needs_is_what_its_form_asks_and_nothing_of_ours_alone_is_asked_of_others() {
        var act = act("not-available", "uncc/1", Map.of(), Map.of("text", "deleted"));
        assertThatCode(() -> rules.check(null, act)).doesNotThrowAnyException();
        var empty = act("not-available", "uncc/1", Map.of(), Map.of("why", "deleted"));
        assertThatExceptionOfType(FieldBroken.class)
                .isThrownBy(() -> rules.check(null, empty))
                .satisfies(it -> assertThat(it.facts()).containsEntry("field", "text"));
    }

    /** By which channel this act came is another thing than the one by which the request for assistance came. */
    @Test
    void a_hold_says_how_the_request_for_assistance_came() {
        var silent = act("hold", "uncc/2", Map.of("channel", "mail"), Map.of("text", "It is here."));
        assertThatExceptionOfType(FieldBroken.class)
                .isThrownBy(() -> rules.check(null, silent))
                .satisfies(it -> assertThat(it.facts()).containsEntry("field", "channel"));
        var told = act("hold", "uncc/2", Map.of("channel", "mail"), Map.of("channel", "bag"));
        assertThatCode(() -> rules.check(null, told)).doesNotThrowAnyException();
    }

    /** All that can follow does not hold up an emergency; what identifies is never left out. */
    @Test
    void an_emergency_goes_with_what_is_known() {
        var body = new HashMap<String, Object>(Map.of(
                "instrument",
                "uncc",
                "authority",
                "Cyber Unit",
                "emergency",
                true,
                "emergencyReason",
                "A child is missing.",
                "identifiers",
                List.of(Map.of("kind", "ip", "value", "192.0.2.1", "time", "", "zone", ""))));
        assertThatCode(() -> rules.check(null, act("request", "uncc/2", Map.of(), body)))
                .doesNotThrowAnyException();

        for (var key : List.of("authority", "emergencyReason", "identifiers")) {
            var less = new HashMap<>(body);
            less.remove(key);
            assertThatExceptionOfType(FieldBroken.class)
                    .isThrownBy(() -> rules.check(null, act("request", "uncc/2", Map.of(), less)))
                    .satisfies(it -> assertThat(it.facts()).containsEntry("field", key));
        }

        body.put("emergency", false);
        assertThatExceptionOfType(FieldBroken.class)
                .isThrownBy(() -> rules.check(null, act("request", "uncc/2", Map.of(), body)))
                .satisfies(it -> assertThat(it.facts()).containsEntry("field", "offence"));
    }

    @ParameterizedTest
    @CsvSource({"59, false", "60, true", "1826, true", "1827, false"})
    void data_are_asked_for_sixty_days_to_five_years(int days, boolean stands) {
        var act = act("request", "uncc/2", Map.of(), whole(Map.of("daysAsked", days)));
        if (stands) {
            assertThatCode(() -> rules.check(null, act)).doesNotThrowAnyException();
        } else {
            assertThatExceptionOfType(FieldBroken.class)
                    .isThrownBy(() -> rules.check(null, act))
                    .satisfies(it -> assertThat(it.facts()).containsEntry("field", "daysAsked"));
        }
    }

    private static Map<String, Object> whole(Map<String, Object> more) {
        var body = new HashMap<String, Object>(Map.of(
                "instrument", "uncc",
                "authority", "Cyber Unit",
                "offence", "Fraud, 214",
                "facts", "Forged notices.",
                "link", "They came from it.",
                "necessity", "Deleted after 30 days.",
                "dataClasses", List.of("traffic"),
                "intent", true,
                "identifiers", List.of(Map.of("kind", "mail", "value", "a@mail.example", "time", "", "zone", ""))));
        body.putAll(more);
        return body;
    }

    private static Act act(String type, String edition, Map<String, String> facts, Map<String, Object> body) {
        var envelope = new Envelope(
                "ab".repeat(32),
                "0b7e1c52-3f0e-4c53-9a55-000000000001",
                "preservation/1",
                edition,
                type,
                "XB-1",
                "XA-1",
                "requested",
                Instant.parse("2026-11-24T12:00:00Z"),
                List.of(),
                false,
                facts,
                SaltedHash.of(CanonicalJson.write(body)),
                List.of());
        return new Act(envelope, body);
    }
}
