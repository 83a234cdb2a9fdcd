package org.comity.procedure.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comity.convention.Convention;
import org.comity.convention.ProcedureLaw;
import org.comity.convention.reading.PracticeLaw;
import org.comity.procedure.form.BodyFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each letter of article 50(3) asks for its own, and what is of little value may be refused. */
class AssetNeedsTest {

    private static final Convention LAW = PracticeLaw.held();
    private static final List<String> OF_AN_ORDER = List.of("orderOf", "copy", "finalOn", "extent", "notified");

    @Test
    void effect_to_an_order_takes_its_copy_finality_extent_and_notice_and_an_order_of_their_own_does_not() {
        assertThat(missing("confiscation", Map.of("route", "foreign")))
                .containsAll(OF_AN_ORDER)
                .contains("facts");
        assertThat(missing("confiscation", Map.of("route", "own")))
                .doesNotContainAnyElementsOf(OF_AN_ORDER)
                .contains("facts", "property");
    }

    @Test
    void a_wallet_is_property_too() {
        var wallet = Map.<String, Object>of("wallet", "bc1q7", "chain", "Bitcoin", "asset", "BTC");

        assertThat(missing("confiscation", Map.of("route", "own", "wallets", List.of(wallet))))
                .doesNotContain("property");
    }

    @Test
    void a_request_to_freeze_states_facts_and_actions_and_why_within_hours_and_no_order_if_there_is_none() {
        assertThat(missing("freezing", Map.of()))
                .contains("facts", "actions", "want", "urgency")
                .doesNotContain("why");
        assertThat(missing("freezing", Map.of("urgency", "hours"))).contains("why");
        assertThat(missing("freezing", Map.of("order", "none"))).doesNotContain("order", "orderOf");
        assertThat(missing("freezing", Map.of("order", "attached"))).contains("orderOf");
    }

    /** 50(3) takes over article 40, whose 40(15)(g) has no exception. */
    @Test
    void what_it_is_for_is_said_in_every_request_on_assets_under_the_convention() {
        assertThat(missing("freezing", Map.of())).contains("purpose");
        assertThat(missing("confiscation", Map.of("route", "own"))).contains("purpose");
    }

    @ParameterizedTest
    @CsvSource({
        "freezing, minor-matter",
        "freezing, otherwise-available",
        "confiscation, minor-matter",
        "confiscation, otherwise-available"
    })
    void grounds_of_article_40_hold_for_assets_too(String procedure, String ground) {
        assertThat(law(procedure).ground(ground).map(ProcedureLaw.Ground::ref)).contains("40(8)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"freezing", "confiscation", "interception"})
    void duties_of_article_40_hold_for_assets_too(String procedure) {
        assertThat(law(procedure).duties())
                .extracting(it -> it.ref() + " " + it.key())
                .contains(
                        "40(12)(a) receive",
                        "40(12)(b) pass-on",
                        "40(12)(d) channel",
                        "40(17) procedure-wished",
                        "40(19) use-limit",
                        "40(19) exculpatory",
                        "40(20) keep-secret",
                        "40(26) timely",
                        "40(26) status",
                        "40(27) put-off",
                        "40(28) consult",
                        "40(30) costs",
                        "36(1)(a) personal-data",
                        "36(2) safeguards",
                        "36(3) onward");
    }

    @Test
    void return_names_the_victims_or_owners_for_whom_it_is_asked() {
        assertThat(missing("disposal", Map.of("whom", List.of("victims"))))
                .contains("victims", "plan", "decision")
                .doesNotContain("owners");
        assertThat(missing("disposal", Map.of("whom", List.of("owners", "state"))))
                .contains("owners")
                .doesNotContain("victims");
    }

    @ParameterizedTest
    @CsvSource({
        "freezing, no-evidence",
        "freezing, small-value",
        "confiscation, no-evidence",
        "confiscation, small-value"
    })
    void want_of_evidence_in_time_and_a_small_value_are_grounds_of_50_7(String procedure, String ground) {
        assertThat(law(procedure).ground(ground).map(ProcedureLaw.Ground::ref)).contains("50(7)");
    }

    private static List<String> missing(String procedure, Map<String, Object> said) {
        var file = PracticeFiles.all().stream()
                .filter(it -> it.law().equals(procedure))
                .findFirst()
                .orElseThrow();
        var body = new HashMap<>(said);
        body.put("instrument", "uncc");
        return new OpeningNeeds(file, law(procedure))
                .missing(new BodyFields(body), false).stream()
                        .map(OpeningNeeds.Needed::field)
                        .toList();
    }

    private static ProcedureLaw law(String procedure) {
        return LAW.law(procedure, "uncc/2").orElseThrow();
    }
}
