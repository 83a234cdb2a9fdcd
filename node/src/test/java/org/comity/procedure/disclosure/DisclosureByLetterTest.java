package org.comity.procedure.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import org.comity.casework.Correspondence;
import org.comity.casework.Correspondence.Arrived;
import org.comity.casework.Correspondence.Format;
import org.comity.casework.Officers;
import org.comity.identity.Approvals.Proof;
import org.comity.procedure.Draft;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.RequestRow.Turn;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Procedures that are files, on the pages of a whole node: XD has no node, so what goes to it is a letter. */
class DisclosureByLetterTest extends Officers {

    @Autowired
    private Correspondence correspondence;

    @Autowired
    private Procedures procedures;

    @Autowired
    private Clock clock;

    @Test
    void who_preserves_tells_of_another_provider_without_being_asked() throws Exception {
        var asked = ordinary();
        var preservation = correspondence.recordRequest("preservation/1", "XD-1", asked, arrived(), official("maren"));
        assertThat(page("duty-officer", "/requests/" + preservation, "en"))
                .contains("Tell of a provider in another State");

        var first = redirected("duty-officer", post("/requests/" + preservation + "/follow"));
        assertThat(first).endsWith("/communication");
        assertThat(page("duty-officer", first, "en")).contains("a@mail.example", "Which communication?");
        assertThat(page("duty-officer", first, "ar")).contains("dir=\"rtl\"", "a@mail.example");

        var id = first.split("/")[2];
        var outcome =
                redirected("duty-officer", saved(id, "communication").param("communication", "The mail of 3 March"));
        assertThat(outcome).endsWith("/outcome");
        redirected("duty-officer", saved(id, "outcome").param("outcome", "disclosed"));
        assertThat(page("duty-officer", outcome + "?check=true", "en")).contains("field wrong");
        redirected(
                "duty-officer",
                saved(id, "outcome")
                        .param("outcome", "disclosed")
                        .param("hops.0.provider", "Relay Ltd")
                        .param("hops.0.state", "XC")
                        .param("hops.0.showed", "The header")
                        .param("path", "From Relay by Mail."));
        assertThat(page("duty-officer", "/drafts/" + id + "/terms", "en")).contains("On which terms?");
        assertThat(page("duty-officer", "/drafts/" + id + "/preview", "en"))
                .contains("Relay Ltd", "From Relay by Mail.");

        var sent = approved(drafts.get(id));
        var disclosed = row(Objects.requireNonNull(sent.reference()));
        assertThat(disclosed)
                .extracting(RequestRow::procedure, RequestRow::state, RequestRow::ourRole)
                .containsExactly("disclosure/1", "Disclosed", Role.REQUESTED);
        assertThat(disclosed.subject("en")).isEqualTo("1 provider in another State");
        assertThat(page("duty-officer", "/requests/" + preservation, "en")).contains(disclosed.reference());
        assertThat(page("duty-officer", "/requests/" + disclosed.reference(), "en"))
                .contains("Relay Ltd", preservation);
        assertThat(page("duty-officer", "/requests/" + disclosed.reference(), "ar"))
                .contains("Relay Ltd");
        assertThat(correspondence.letter(disclosed.reference(), null, Format.PDF, official("maren")))
                .startsWith('%', 'P', 'D', 'F');

        correspondence.left(
                disclosed.reference(),
                Correspondence.Paper.LETTER,
                null,
                Channel.BAG,
                arrived().day(),
                "7",
                official("maren"));
        correspondence.record(disclosed.reference(), "acknowledge", Map.of(), Map.of(), arrived(), official("maren"));
        assertThat(row(disclosed.reference()))
                .extracting(RequestRow::state, RequestRow::turn)
                .containsExactly("Received", Turn.NOBODY);
    }

    @Test
    void what_follows_is_begun_once_whatever_else_is_written_since() throws Exception {
        var preservation =
                correspondence.recordRequest("preservation/1", "XD-1", ordinary(), arrived(), official("maren"));
        var first = redirected("duty-officer", post("/requests/" + preservation + "/follow"));
        var others = new ArrayList<Draft>();
        for (int i = 0; i < 51; i++) {
            others.add(
                    drafts.start("disclosure/1", "report", Role.REQUESTED, "XD-1", null, Map.of(), official("maren")));
        }

        try {
            assertThat(redirected("duty-officer", post("/requests/" + preservation + "/follow")))
                    .isEqualTo(first);
        } finally {
            others.forEach(it -> drafts.discard(it.id(), official("maren")));
        }
    }

    @Test
    void what_another_state_discloses_by_letter_is_recorded_and_answered() throws Exception {
        var reference = correspondence.recordRequest(
                "disclosure/1",
                "XD-1",
                Map.of(
                        "instrument", "uncc",
                        "authority", "Cyber Unit",
                        "communication", "The mail of 3 March",
                        "outcome", "withheld",
                        "ground", "essential-interests"),
                arrived(),
                official("maren"));

        assertThat(row(reference))
                .extracting(RequestRow::state, RequestRow::ourRole)
                .containsExactly("Withheld", Role.REQUESTING);
        assertThat(page("duty-officer", "/requests/" + reference, "en"))
                .contains("Found a provider in another State; withheld");
        assertThat(page("duty-officer", "/requests/" + reference + "/ask", "en"))
                .contains("In which time zone are the times?");
    }

    /** Every page of every procedure that one can begin with is drawn in each language, and none shows a key. */
    @Test
    void each_page_of_each_procedure_is_drawn() throws Exception {
        for (var law : procedures.begun().stream()
                .filter(procedures.betweenStates()::contains)
                .toList()) {
            assertThat(page("duty-officer", "/requests/new/" + law, "ar")).doesNotContain(">" + law + ".");
            var path = redirected(
                    "duty-officer",
                    post("/requests/new/" + law).param("counterpart", "XD-1").param("instrument", "uncc"));
            var id = path.split("/")[2];
            for (var step : procedures.ofLaw(law).orElseThrow().composition().steps()) {
                assertThat(page("duty-officer", "/drafts/" + id + "/" + step, "en"))
                        .as("%s of %s", step, law)
                        .doesNotContain(">" + law + ".", "\"" + law + ".", ">acts.");
            }
            drafts.discard(id, official("maren"));
        }
    }

    private MockHttpServletRequestBuilder saved(String id, String page) {
        var draft = drafts.get(id);
        return post("/drafts/" + id + "/" + page)
                .param("version", Long.toString(draft.version()))
                .param("authority", "Contact point");
    }

    private Draft approved(Draft draft) {
        var submitted = drafts.submit(draft.id(), draft.version(), official("maren"));
        return drafts.approve(submitted.id(), new Proof.Practice(), null, official("okell"));
    }

    private RequestRow row(String reference) {
        return requests.find(reference).orElseThrow();
    }

    private Arrived arrived() {
        return new Arrived(Channel.BAG, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), "MJ/17", "", null);
    }
}
