package org.comity.cooperation.assistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comity.cooperation.Correspondence;
import org.comity.cooperation.Correspondence.Arrived;
import org.comity.cooperation.Correspondence.Format;
import org.comity.cooperation.Draft;
import org.comity.cooperation.Officers;
import org.comity.cooperation.RequestRow;
import org.comity.identity.Approvals.Proof;
import org.comity.vocabulary.Channel;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** XA asks for legal assistance: from a preservation, by whom, and by letter where the other State has no node. */
class AskingTest extends Officers {

    @Autowired
    private Correspondence correspondence;

    @Test
    void a_preservation_is_turned_into_one_draft_that_says_what_the_preservation_said() throws Exception {
        var preservation = sent("XD-1", ordinary(), "tolva");
        assertThat(page("duty-officer", "/requests/" + preservation.reference(), "en"))
                .contains("Turn into a request for legal assistance");
        assertThat(page("oversight", "/requests/" + preservation.reference(), "en")).doesNotContain("/assistance\"");

        var draft = turned(preservation);
        assertThat(draft.body())
                .containsEntry("facts", "Forged notices.")
                .containsEntry("conductedBy", "Cyber Unit")
                .containsEntry("preservation", preservation.reference());
        assertThat(Link.read(draft.facts().get(Link.FACT)).orElseThrow().leadsTo(preservation.thread())).isTrue();
        assertThat(turned(preservation).id()).as("pressed again it is the same draft").isEqualTo(draft.id());

        var preview = page("duty-officer", "/drafts/" + draft.id() + "/preview", "en");
        assertThat(preview).contains("State the purpose", "/purpose?check=true", "Central Authority", "Forged notices.");
        refused("assistance.incomplete", () -> drafts.submit(draft.id(), draft.version(), official("maren")));
        assertThat(page("duty-officer", "/drafts/" + draft.id() + "/purpose?check=true", "ar"))
                .contains("dir=\"rtl\"", "40(15)(g)", "class=\"problems\"");
    }

    @Test
    void the_contact_point_drafts_and_the_central_authority_sends() throws Exception {
        var draft = submitted(complete(turned(sent("XD-1", ordinary(), "tolva"))));
        assertThat(page("second-officer", "/drafts/" + draft.id() + "/approve", "en"))
                .contains("A deadline counts for more with its reasons", "The central authority must approve it");
        refused("draft.not-central-authority", () -> drafts.approve(draft.id(), new Proof.Practice(), null, official("tolva")));
        refused("draft.not-an-approver", () -> drafts.approve(draft.id(), new Proof.Practice(), null, official("maren")));

        var approved = drafts.approve(draft.id(), new Proof.Practice(), null, official("okell"));

        var row = requests.find(approved.reference()).orElseThrow();
        assertThat(row.state()).isEqualTo("Requested");
        assertThat(row.subject()).isEqualTo("Access to stored data: 1 mail account");
        assertThat(page("lawyer", "/desk?view=ALL_OPEN&law=assistance", "en")).contains(row.reference());
        assertThat(page("lawyer", "/desk?view=ALL_OPEN&law=preservation", "en")).doesNotContain(row.reference());
        assertThat(page("lawyer", "/reporting/register", "ar")).contains("الوصول إلى بيانات مخزنة");
    }

    /** A lawyer who writes needs no second lawyer. */
    @Test
    void what_a_lawyer_submitted_a_second_officer_may_approve() throws Exception {
        var draft = complete(turned(sent("XD-1", ordinary(), "tolva")));
        drafts.submit(draft.id(), draft.version(), official("okell"));
        assertThat(drafts.approve(draft.id(), new Proof.Practice(), null, official("tolva")).status())
                .isEqualTo(Draft.Status.SENT);
    }

    @Test
    void both_threads_lead_to_each_other() throws Exception {
        var preservation = sent("XD-1", ordinary(), "tolva");
        var request = asked(preservation);
        assertThat(page("lawyer", "/requests/" + request.reference(), "en"))
                .contains("Follows a preservation", "/requests/" + preservation.reference())
                .doesNotContain("hold-preservation");
        assertThat(page("lawyer", "/requests/" + preservation.reference(), "ar"))
                .contains("المساعدة القانونية", "/requests/" + request.reference());
    }

    @Test
    void a_state_without_a_node_gets_a_letter_and_its_answers_are_written_down() throws Exception {
        var request = asked(sent("XD-1", ordinary(), "tolva"));
        var by = official("maren");
        assertThat(correspondence.letter(request.reference(), null, Format.PDF, by)).startsWith("%PDF".getBytes());
        assertThat(correspondence.letter(request.reference(), null, Format.DOCX, by)).startsWith("PK".getBytes());
        assertThat(correspondence.expected(request.reference()))
                .contains("acknowledge", "accept", "refuse", "deliver")
                .doesNotContain("consent-use");
        for (var type : correspondence.expected(request.reference())) {
            assertThat(page("duty-officer", "/requests/" + request.reference() + "/record-act?type=" + type, "ar"))
                    .as(type)
                    .doesNotContain("assistance.", "paper.said.");
        }

        correspondence.record(request.reference(), "accept", Map.of("text", "We act on it."), Map.of(), arrived(), by);

        assertThat(requests.find(request.reference()).orElseThrow().state()).isEqualTo("Accepted");
        assertThat(page("duty-officer", "/requests/" + request.reference(), "en")).contains("recorded by us");
    }

    @Test
    void a_request_that_came_by_letter_is_written_down() {
        var reference = correspondence.recordRequest(
                AssistanceProcedure.ID,
                "XD-1",
                Map.of("instrument", "uncc", "authority", "Ministry of Justice", "facts", "A bank was robbed."),
                arrived(),
                official("maren"));
        var row = requests.find(reference).orElseThrow();
        assertThat(row.procedure()).isEqualTo(AssistanceProcedure.ID);
        assertThat(row.turn()).isEqualTo(RequestRow.Turn.OURS);
    }

    @Test
    void an_emergency_does_not_wait_for_the_central_authority() throws Exception {
        var draft = turned(sent("XD-1", ordinary(), "tolva"));
        var body = new HashMap<>(draft.body());
        body.put("emergency", true);
        body.put("emergencyReason", "a child is missing");
        var saved = drafts.save(draft.id(), draft.version(), body, draft.facts(), official("maren"));
        submitted(saved);
        assertThat(drafts.approve(draft.id(), new Proof.Practice(), null, official("maren")).status())
                .isEqualTo(Draft.Status.SENT);
        assertThat(page("duty-officer", "/requests/" + drafts.get(draft.id()).reference(), "en")).contains("a child is missing");
    }

    private Draft asked(Draft preservation) throws Exception {
        var draft = submitted(complete(turned(preservation)));
        return drafts.approve(draft.id(), new Proof.Practice(), null, official("okell"));
    }

    private Draft turned(Draft preservation) throws Exception {
        var first = redirected("duty-officer", post("/requests/" + preservation.reference() + "/assistance"));
        return drafts.get(first.split("/")[2]);
    }

    private Draft complete(Draft draft) {
        var body = new HashMap<>(draft.body());
        body.putAll(Map.of(
                "scope", "evidence-of-serious-crime", "penaltyMonths", 60, "proceeding", "Investigation of fraud",
                "measures", List.of("disclose"), "assistance", "Disclose the traffic data.", "purpose", "Proof in court.",
                "answerBy", "2099-01-31T23:59:59Z"));
        return drafts.save(draft.id(), draft.version(), body, draft.facts(), official("maren"));
    }

    private Draft submitted(Draft draft) {
        return drafts.submit(draft.id(), draft.version(), official("maren"));
    }

    private static Arrived arrived() {
        return new Arrived(Channel.MAIL, LocalDate.parse("2026-11-20"), "MJ/7", "", null);
    }
}
