package org.comity.assistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comity.casework.Correspondence;
import org.comity.casework.Correspondence.Arrived;
import org.comity.casework.Correspondence.Format;
import org.comity.casework.Correspondence.Paper;
import org.comity.casework.Officers;
import org.comity.identity.Approvals.Proof;
import org.comity.procedure.Draft;
import org.comity.procedure.Link;
import org.comity.procedure.RequestRow;
import org.comity.vocabulary.Channel;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** XA asks for legal assistance: from a preservation, by whom, and by letter where the other State has no node. */
class AskingTest extends Officers {

    @Autowired
    private Correspondence correspondence;

    @Autowired
    private ByLetter letters;

    @Test
    void a_preservation_is_turned_into_one_draft_that_says_what_the_preservation_said() throws Exception {
        var preservation = sent("XD-1", ordinary(), "tolva");
        assertThat(page("duty-officer", "/requests/" + preservation.reference(), "en"))
                .contains("Turn into a request for legal assistance");
        assertThat(page("oversight", "/requests/" + preservation.reference(), "en"))
                .doesNotContain("/assistance\"");

        var draft = turned(preservation);
        assertThat(draft.body())
                .containsEntry("facts", "Forged notices.")
                .containsEntry("conductedBy", "Cyber Unit")
                .containsEntry("preservation", preservation.reference());
        assertThat(Link.read(draft.facts().get(Link.FACT)).orElseThrow().leadsTo(preservation.thread()))
                .isTrue();
        assertThat(turned(preservation).id())
                .as("pressed again it is the same draft")
                .isEqualTo(draft.id());

        var preview = page("duty-officer", "/drafts/" + draft.id() + "/preview", "en");
        assertThat(preview)
                .contains("State the purpose", "/purpose?check=true", "Central Authority", "Forged notices.");
        refused("assistance.missing", () -> drafts.submit(draft.id(), draft.version(), official("maren")));
        assertThat(page("duty-officer", "/drafts/" + draft.id() + "/purpose?check=true", "ar"))
                .contains("dir=\"rtl\"", "40(15)(g)", "class=\"problems\"");
    }

    /** What is asked for has its page, and what is not has none. */
    @Test
    void a_hearing_by_video_is_asked_on_its_own_page_and_stored_data_on_none() throws Exception {
        var draft = turned(sent("XD-1", ordinary(), "tolva"));
        var path = "/drafts/" + draft.id() + "/";
        assertThat(page("duty-officer", path + "purposes", "en"))
                .contains("Hearing by video", "40(18)", "Transfer of a person in custody", "value=\"data\"");

        var next = redirected(
                "duty-officer",
                post(path + "purposes")
                        .param("version", String.valueOf(draft.version()))
                        .param("purposes", "hearing"));
        assertThat(next).endsWith("/hearing");
        assertThat(page("duty-officer", next + "?check=true", "ar"))
                .contains("name=\"hearingOf.0.capacity\"", "name=\"hearingConducts\"", "class=\"problems\"")
                .doesNotContain("value=\"data\"");
        assertThat(page("duty-officer", path + "assistance", "en")).doesNotContain("name=\"measures\"");
        assertThat(page("duty-officer", path + "preview", "en"))
                .contains("Name each person to be heard by video", "/hearing?check=true")
                .doesNotContain("Choose at least one class of data");
    }

    @Test
    void the_contact_point_drafts_and_the_central_authority_sends() throws Exception {
        var draft = submitted(complete(turned(sent("XD-1", ordinary(), "tolva"))));
        assertThat(page("second-officer", "/drafts/" + draft.id() + "/approve", "en"))
                .contains("A deadline counts for more with its reasons", "The central authority must approve it");
        refused(
                "draft.not-central-authority",
                () -> drafts.approve(draft.id(), new Proof.Practice(), null, official("tolva")));
        refused(
                "draft.not-an-approver",
                () -> drafts.approve(draft.id(), new Proof.Practice(), null, official("maren")));

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
        assertThat(drafts.approve(draft.id(), new Proof.Practice(), null, official("tolva"))
                        .status())
                .isEqualTo(Draft.Status.SENT);
    }

    @Test
    void both_threads_lead_to_each_other() throws Exception {
        var preservation = sent("XD-1", ordinary(), "tolva");
        var request = asked(preservation);
        assertThat(page("lawyer", "/requests/" + request.reference(), "en"))
                .contains("Follows a preservation", "/requests/" + preservation.reference())
                .doesNotContain("hold-followed");
        assertThat(page("lawyer", "/requests/" + preservation.reference(), "ar"))
                .contains("ما يترتب عليه", "/requests/" + request.reference());
    }

    /** Announced in the preservation, Art. 42(3)(f): with two months left nobody asks for more time first. */
    @Test
    void after_preserved_the_announced_request_comes_first_until_it_is_made() throws Exception {
        var preservation = sent("XD-1", ordinary(), "tolva");
        var path = "/requests/" + preservation.reference();
        var until = LocalDate.now(java.time.ZoneOffset.UTC).plusDays(64);
        letters.says(
                preservation.reference(),
                "report-preserved",
                Map.of("preservedAt", LocalDate.now(java.time.ZoneOffset.UTC) + "T00:00:00Z", "kept", "Logs."),
                Map.of("until", until + "T23:59:59Z"));
        assertThat(requests.find(preservation.reference()).orElseThrow().next()).isEqualTo("announced");
        assertThat(page("duty-officer", path, "en"))
                .containsSubsequence("Write the assistance request", "Ask for more time")
                .doesNotContain("Turn into a request for legal assistance")
                .contains("action=\"" + path + "/announced\"");
        assertThat(page("duty-officer", path, "ar")).contains("كتابة طلب المساعدة");

        var draft = turned(preservation);
        assertThat(draft.body()).containsKey("identifiers");
        var begun = "/drafts/" + draft.id() + "/offence";
        assertThat(page("duty-officer", begun, "en"))
                .contains("A draft was begun.", "href=\"#discard\"", "id=\"discard\"");
        var looked = drafts.save(draft.id(), draft.version(), draft.body(), draft.facts(), official("maren"));
        assertThat(page("duty-officer", begun, "en")).doesNotContain("A draft was begun.");
        drafts.approve(submitted(complete(looked)).id(), new Proof.Practice(), null, official("okell"));

        assertThat(requests.find(preservation.reference()).orElseThrow().next()).isEqualTo("awaited");
        assertThat(page("duty-officer", path, "en"))
                .contains(
                        "Their decision on the assistance request is awaited", "ask for more time", "Ask for more time")
                .doesNotContain("Write the assistance request", "Ask before the end.");
    }

    @Test
    void a_state_without_a_node_gets_a_letter_and_its_answers_are_written_down() throws Exception {
        var request = asked(sent("XD-1", ordinary(), "tolva"));
        var by = official("maren");
        assertThat(correspondence.letter(request.reference(), null, Format.PDF, by))
                .startsWith("%PDF".getBytes());
        assertThat(correspondence.letter(request.reference(), null, Format.DOCX, by))
                .startsWith("PK".getBytes());
        assertThat(correspondence.expected(request.reference(), official("maren")))
                .as("it has nothing to answer yet")
                .isEmpty();
        correspondence.left(
                request.reference(), Paper.LETTER, null, Channel.BAG, arrived().day(), "118", by);
        assertThat(correspondence.expected(request.reference(), official("maren")))
                .contains("acknowledge", "accept", "refuse", "deliver")
                .doesNotContain("consent-use");
        for (var type : correspondence.expected(request.reference(), official("maren"))) {
            assertThat(page("duty-officer", "/requests/" + request.reference() + "/record-act?type=" + type, "ar"))
                    .as(type)
                    .doesNotContain("assistance.", "paper.said.");
        }

        assertThat(page("duty-officer", "/practice/tray?answer=deliver&reference=" + request.reference(), "en"))
                .contains("Delivers what was asked")
                .doesNotContain("paper.said.");

        correspondence.record(request.reference(), "accept", Map.of("text", "We act on it."), Map.of(), arrived(), by);

        assertThat(requests.find(request.reference()).orElseThrow().state()).isEqualTo("Accepted");
        assertThat(page("duty-officer", "/requests/" + request.reference(), "en"))
                .contains("recorded by us");
    }

    @Test
    void a_request_that_came_by_letter_is_written_down() {
        var reference = correspondence.recordRequest(
                Assistance.ID,
                "XD-1",
                Map.of("instrument", "uncc", "authority", "Ministry of Justice", "facts", "A bank was robbed."),
                arrived(),
                official("maren"));
        var row = requests.find(reference).orElseThrow();
        assertThat(row.procedure()).isEqualTo(Assistance.ID);
        assertThat(row.turn()).isEqualTo(RequestRow.Turn.OURS);
    }

    @Test
    void a_treaty_of_ones_own_governs_a_request_and_its_letter_claims_no_article() throws Exception {
        assertThat(page("duty-officer", "/requests/new/assistance", "ar"))
                .contains("value=\"other\"", "name=\"basis\"");
        var first = redirected(
                "duty-officer",
                post("/requests/new/assistance")
                        .param("counterpart", "XD-1")
                        .param("instrument", "other")
                        .param("basis", ""));
        var id = first.split("/")[2];
        assertThat(page("duty-officer", "/drafts/" + id + "/state?check=true", "en"))
                .contains("Name the basis: the treaty", "Say what kind of basis it is.");
        assertThat(page("duty-officer", "/drafts/" + id + "/offence", "en"))
                .doesNotContain("name=\"offences\"", "name=\"scope\"", "40(15)");
        var draft = complete(drafts.get(id));
        assertThat(page("duty-officer", "/drafts/" + id + "/preview", "en"))
                .contains("/drafts/" + id + "/state?check=true", "Name the basis: the treaty");
        refused("assistance.missing", () -> drafts.submit(id, draft.version(), official("maren")));

        var body = new HashMap<>(draft.body());
        body.putAll(ordinary());
        body.putAll(Map.of(
                "instrument",
                "other",
                "basisKind",
                "bilateral",
                "basis",
                "Treaty of 3 May 2011 on legal assistance",
                "basisArticle",
                "5",
                "scope",
                "",
                "conductedBy",
                "Cyber Unit"));
        submitted(drafts.save(id, draft.version(), body, Map.of(), official("maren")));
        drafts.approve(id, new Proof.Practice(), null, official("okell"));

        var row = requests.find(drafts.get(id).reference()).orElseThrow();
        assertThat(threads.opening(row.thread()).orElseThrow().envelope().convention())
                .isEqualTo("other/1");
        assertThat(page("lawyer", "/requests/" + row.reference(), "en"))
                .contains(
                        "Treaty of 3 May 2011 on legal assistance",
                        "Article 5",
                        "No article of another instrument is claimed.")
                .doesNotContain("art. 2(o)");
        assertThat(correspondence.letter(row.reference(), null, Format.DOCX, official("maren")))
                .startsWith("PK".getBytes());
    }

    @Test
    void a_letter_names_its_instrument_or_is_not_written_down() throws Exception {
        var by = official("maren");
        var body = new HashMap<String, Object>(
                Map.of("authority", "Ministry of Justice", "facts", "A bank was robbed.", "instrument", ""));
        refused("paper.field", () -> correspondence.recordRequest(Assistance.ID, "XD-1", body, arrived(), by));
        body.put("instrument", "unheard-of");
        refused("paper.field", () -> correspondence.recordRequest(Assistance.ID, "XD-1", body, arrived(), by));
        body.put("instrument", "other");
        refused("paper.field", () -> correspondence.recordRequest(Assistance.ID, "XD-1", body, arrived(), by));

        body.putAll(Map.of("basisKind", "reciprocity", "basis", "Note of 3 May 2027"));
        var reference = correspondence.recordRequest(Assistance.ID, "XD-1", body, arrived(), by);

        var thread = requests.find(reference).orElseThrow().thread();
        assertThat(threads.opening(thread).orElseThrow().envelope().convention())
                .isEqualTo("other/1");
    }

    @Test
    void a_preservation_is_followed_under_its_own_instrument() throws Exception {
        var body = new HashMap<>(ordinary());
        body.put("instrument", "budapest");

        var draft = turned(sent("XD-1", body, "tolva"));

        assertThat(draft.body()).containsEntry("instrument", "budapest").doesNotContainKey("basis");
        assertThat(draft.edition()).isEqualTo("budapest/2");
    }

    @Test
    void an_emergency_does_not_wait_for_the_central_authority() throws Exception {
        var draft = turned(sent("XD-1", ordinary(), "tolva"));
        var body = new HashMap<>(draft.body());
        body.put("emergency", true);
        body.put("emergencyReason", "a child is missing");
        var saved = drafts.save(draft.id(), draft.version(), body, draft.facts(), official("maren"));
        submitted(saved);
        assertThat(drafts.approve(draft.id(), new Proof.Practice(), null, official("maren"))
                        .status())
                .isEqualTo(Draft.Status.SENT);
        assertThat(page("duty-officer", "/requests/" + drafts.get(draft.id()).reference(), "en"))
                .contains("a child is missing");
    }

    @Test
    void what_an_emergency_left_out_is_listed_until_a_supplement_names_it() throws Exception {
        var draft = turned(sent("XD-1", ordinary(), "tolva"));
        var body = new HashMap<>(draft.body());
        body.putAll(Map.of("emergency", true, "emergencyReason", "a child is missing"));
        submitted(drafts.save(draft.id(), draft.version(), body, draft.facts(), official("maren")));
        drafts.approve(draft.id(), new Proof.Practice(), null, official("maren"));
        var path = "/requests/" + drafts.get(draft.id()).reference();
        assertThat(page("duty-officer", path, "en"))
                .contains(
                        "Left out in the emergency",
                        "<li>The purpose</li>",
                        "<li>The proceeding</li>",
                        path + "/supplement")
                .doesNotContain("<li>The facts</li>");
        assertThat(page("duty-officer", path, "ar")).contains("<li>الغرض</li>");
        assertThat(page("duty-officer", path + "/supplement", "en"))
                .contains("value=\"purpose\"")
                .doesNotContain("value=\"facts\"");

        supplement(path, List.of("purpose"));
        assertThat(page("duty-officer", path, "en"))
                .contains("<li>The proceeding</li>")
                .doesNotContain("<li>The purpose</li>");

        supplement(path, List.of("scope", "proceeding", "measures", "assistance"));
        assertThat(page("duty-officer", path, "en")).doesNotContain("Left out in the emergency");
        assertThat(page("duty-officer", path + "/supplement", "en")).doesNotContain("name=\"completes\"");
    }

    private void supplement(String path, List<String> gaps) throws Exception {
        var form = post(path + "/supplement").param("text", "Now known.").param("then", "preview");
        gaps.forEach(it -> form.param("completes", it));
        var preview = redirected("duty-officer", form);
        var draft = drafts.get(preview.replaceAll("/drafts/(.*)/preview", "$1"));
        drafts.submit(draft.id(), draft.version(), official("maren"));
        drafts.approve(draft.id(), new Proof.Practice(), null, official("maren"));
    }

    private Draft asked(Draft preservation) throws Exception {
        var draft = submitted(complete(turned(preservation)));
        return drafts.approve(draft.id(), new Proof.Practice(), null, official("okell"));
    }

    private Draft turned(Draft preservation) throws Exception {
        var first = redirected("duty-officer", post("/requests/" + preservation.reference() + "/follow"));
        return drafts.get(first.split("/")[2]);
    }

    private Draft complete(Draft draft) {
        var body = new HashMap<>(draft.body());
        body.putAll(Map.of(
                "scope",
                "evidence-of-serious-crime",
                "penaltyMonths",
                60,
                "proceeding",
                "Investigation of fraud",
                "measures",
                List.of("disclose"),
                "assistance",
                "Disclose the traffic data.",
                "purpose",
                "Proof in court.",
                "answerBy",
                "2099-01-31T23:59:59Z"));
        return drafts.save(draft.id(), draft.version(), body, draft.facts(), official("maren"));
    }

    private Draft submitted(Draft draft) {
        return drafts.submit(draft.id(), draft.version(), official("maren"));
    }

    private static Arrived arrived() {
        return new Arrived(Channel.MAIL, LocalDate.now(java.time.ZoneOffset.UTC), "MJ/7", "", null);
    }
}
