package org.comity.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.comity.assistance.ByLetter;
import org.comity.casework.Correspondence;
import org.comity.casework.Correspondence.Arrived;
import org.comity.casework.Officers;
import org.comity.identity.Approvals.Proof;
import org.comity.procedure.Draft;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who left the directory is still named on the desk, with what is known; the lists of all others stay. */
class GoneParticipantTest extends Officers {

    private static final String OFFICER = "duty-officer";

    @Autowired
    private ByLetter letters;

    @Autowired
    private Correspondence arrives;

    @Autowired
    private JdbcClient db;

    @Test
    void a_draft_to_it_stands_in_the_lists_and_can_be_thrown_away() throws Exception {
        var draft =
                drafts.start("preservation/1", "request", Role.REQUESTING, "XD-1", null, ordinary(), official("maren"));
        gone("draft", "id", draft.id());

        for (var path : new String[] {"/desk", "/desk?view=officers", "/requests?view=officers"}) {
            assertThat(page(OFFICER, path, "en"))
                    .as(path)
                    .contains("data-id=\"" + draft.id() + "\"", ">Dorvane</span>");
        }
        assertThat(page(OFFICER, "/drafts/" + draft.id() + "/state", "en")).contains("Dorvane");
        redirected(
                OFFICER,
                post("/drafts/" + draft.id() + "/state")
                        .param("version", Long.toString(draft.version()))
                        .param("instrument", "uncc")
                        .param("then", "discard"));
        assertThat(drafts.get(draft.id()).status()).isEqualTo(Draft.Status.DISCARDED);
    }

    @Test
    void a_request_to_it_is_listed_found_and_opened() throws Exception {
        var row = requests.find(sent("XD-1", emergency(), "maren").reference()).orElseThrow();
        gone("request", "thread", row.thread());

        for (var path : new String[] {
            "/desk?view=ALL_OPEN&q=" + row.reference(),
            "/requests?q=" + row.reference(),
            "/search?q=" + row.reference(),
            "/requests/" + row.reference()
        }) {
            assertThat(code(OFFICER, path)).as(path).isEqualTo(200);
            assertThat(page(OFFICER, path, "en")).as(path).contains(row.reference());
        }
    }

    @Test
    void what_is_linked_from_a_request_to_it_opens_too() throws Exception {
        var row = requests.find(sent("XD-1", emergency(), "maren").reference()).orElseThrow();
        db.sql("update cooperation.request set disputed = true where thread = :thread")
                .param("thread", row.thread())
                .update();
        gone("request", "thread", row.thread());

        for (var at : new String[] {"/record", "/letter", "/letter/letter.pdf", "/dispute", "/withdraw"}) {
            answered(200, OFFICER, get("/requests/" + row.reference() + at));
        }
        assertThat(page(OFFICER, "/requests/" + row.reference() + "/letter", "en"))
                .contains("Dorvane");
    }

    @Test
    void a_request_of_it_is_weighed_and_its_emergency_answered() throws Exception {
        var asked = requests.find(letters.asks("XD-1")).orElseThrow();
        gone("request", "thread", asked.thread());
        assertThat(page("lawyer", "/requests/" + asked.reference() + "/criminality", "en"))
                .contains("Dorvane");

        var body = new HashMap<String, Object>(ordinary());
        body.putAll(Map.of("emergency", true, "emergencyReason", "A child is missing."));
        var came = new Arrived(Channel.PHONE, LocalDate.now(ZoneOffset.UTC), "", "", null);
        var maren = official("maren");
        var row = requests.find(arrives.recordRequest("preservation/1", "XD-1", body, came, maren))
                .orElseThrow();
        var draft = drafts.start(
                row.procedure(),
                "acknowledge",
                Role.REQUESTED,
                "XD-1",
                row.thread(),
                Map.of("text", "Received."),
                maren);
        drafts.submit(draft.id(), draft.version(), maren);
        gone("request", "thread", row.thread());
        gone("draft", "id", draft.id());

        assertThat(page(OFFICER, "/requests/" + row.reference() + "/acknowledge", "en"))
                .contains("<textarea");
        assertThat(page(OFFICER, "/drafts/" + draft.id() + "/approve", "en")).contains("A child is missing.");
    }

    @Test
    void what_it_says_by_letter_is_recorded_and_what_we_say_goes_by_letter() throws Exception {
        var maren = official("maren");
        var row = requests.find(sent("XD-1", ordinary(), "tolva").reference()).orElseThrow();
        letters.posts(row.reference());
        gone("request", "thread", row.thread());
        db.sql("update thread.thread set counterpart = 'XD-99' where id = :id")
                .param("id", row.thread())
                .update();
        var url = "/requests/" + row.reference();
        assertThat(page(OFFICER, url + "/record-act?type=acknowledge", "en")).contains("Dorvane");

        arrives.record(
                row.reference(),
                "acknowledge",
                Map.of(),
                Map.of(),
                new Arrived(Channel.BAG, LocalDate.now(ZoneOffset.UTC), "MJ/9", "", null),
                maren);
        assertThat(threads.newest(row.thread())).hasSize(2);

        var draft = drafts.start(
                row.procedure(), "withdraw", Role.REQUESTING, "XD-99", row.thread(), Map.of("text", "Solved."), maren);
        var submitted = drafts.submit(draft.id(), draft.version(), maren);
        drafts.approve(submitted.id(), new Proof.Practice(), null, official("tolva"));
        assertThat(threads.newest(row.thread()).getLast().envelope().facts()).containsEntry("channel", "mail");
        assertThat(requests.find(row.reference()).orElseThrow().toPost()).isTrue();
    }

    private void gone(String table, String key, String value) {
        db.sql("update cooperation.%s set counterpart = 'XD-99' where %s = :value".formatted(table, key))
                .param("value", value)
                .update();
    }
}
