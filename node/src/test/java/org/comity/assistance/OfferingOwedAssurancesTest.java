package org.comity.assistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.comity.casework.Officers;
import org.comity.identity.Approvals.Proof;
import org.comity.procedure.Draft;
import org.comity.procedure.RequestRow;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the other State asked us to assure stands on the page of the act that gives it, and is filled in with one press. */
class OfferingOwedAssurancesTest extends Officers {

    private static final String ASKED = "They asked us to assure";

    @Autowired
    private ByLetter letters;

    private String reference;
    private String page;

    @BeforeEach
    void conditions_are_proposed_to_us() {
        reference = letters.asked("XD-1");
        letters.says(reference, "acknowledge", Map.of(), Map.of());
        letters.says(
                reference,
                "propose-conditions",
                Map.of(
                        "assurancesAsked",
                        List.of(
                                asked("use", "Used in investigation 4711 alone", "Prosecutor of Velin", "2099-12-31"),
                                asked("data-protection", "", "", ""))),
                Map.of());
        page = "/requests/" + reference + "/accept-conditions";
    }

    @Test
    void it_is_filled_in_as_it_was_asked_beside_what_was_typed_and_nothing_is_sent() throws Exception {
        assertThat(page("lawyer", page, "en"))
                .contains(ASKED, "Used in investigation 4711 alone", "Protection of personal data");
        assertThat(page("lawyer", page, "ar")).contains("طلبوا منا أن نتعهد");

        redirected(
                "lawyer",
                post(page)
                        .param("then", "assure")
                        .param("text", "As agreed by phone.")
                        .param("assurances.0.kind", "data-protection")
                        .param("assurances.0.words", "Kept under our law 12"));

        assertThat(draft().body()).containsEntry("text", "As agreed by phone.");
        assertThat(draft().body().get("assurances"))
                .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                .extracting(it -> it.get("kind") + ": " + it.get("words") + ", " + it.get("until"))
                .containsExactly(
                        "data-protection: Kept under our law 12, ",
                        "use: Used in investigation 4711 alone, 2099-12-31");
        assertThat(row().state()).isEqualTo("ConditionsProposed");
        assertThat(page("lawyer", page + "?draft=" + draft().id(), "en"))
                .as("nothing is left to fill in")
                .contains(ASKED)
                .doesNotContain("Fill in the rows below from it");
    }

    @Test
    void a_press_on_the_page_of_an_act_that_gives_none_changes_nothing() throws Exception {
        redirected(
                "lawyer",
                post("/requests/" + reference + "/decline-conditions")
                        .param("then", "assure")
                        .param("text", "No."));
        var drafts = this.drafts.alive(row().thread(), "decline-conditions");
        assertThat(drafts)
                .singleElement()
                .satisfies(
                        it -> assertThat(it.body()).containsEntry("text", "No.").doesNotContainKey("assurances"));
    }

    @Test
    void one_whose_last_day_is_over_is_not_filled_in() throws Exception {
        letters.says(
                reference,
                "propose-conditions",
                Map.of("assurancesAsked", List.of(asked("fair-trial", "", "", "2020-01-01"))),
                Map.of());
        assertThat(page("lawyer", page, "en")).contains(ASKED);
        redirected("lawyer", post(page).param("then", "assure"));
        assertThat(draft().body().toString()).contains("data-protection").doesNotContain("fair-trial");
    }

    @Test
    void it_is_not_offered_where_nothing_is_assured_nor_when_it_was_given() throws Exception {
        assertThat(page("lawyer", "/requests/" + reference + "/decline-conditions", "en"))
                .doesNotContain(ASKED);

        gives(List.of(
                asked("use", "Used in investigation 4711 alone", "Prosecutor of Velin", ""),
                asked("data-protection", "Kept under our law 12", "Prosecutor of Velin", "")));
        assertThat(page("lawyer", page, "en")).doesNotContain(ASKED);
    }

    private void gives(List<Map<String, Object>> rows) {
        var begun = drafts.start(
                Assistance.ID,
                "supplement",
                Role.REQUESTING,
                "XD-1",
                row().thread(),
                Map.of("text", "See the assurances.", "assurances", rows),
                official("maren"));
        var submitted = drafts.submit(begun.id(), begun.version(), official("maren"));
        drafts.approve(submitted.id(), new Proof.Practice(), null, official("tolva"));
    }

    private RequestRow row() {
        return requests.find(reference).orElseThrow();
    }

    private Draft draft() {
        return drafts.alive(row().thread(), "accept-conditions").getFirst();
    }

    private static Map<String, Object> asked(String kind, String words, String by, String until) {
        return Map.of("kind", kind, "words", words, "by", by, "form", "", "until", until);
    }
}
