package org.comity.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two officers record how a dispute was settled, and the thread stays disputed. */
class SettledDisputeTest extends Officers {

    @Autowired
    private Clock clock;

    @Autowired
    private org.springframework.jdbc.core.simple.JdbcClient db;

    @Test
    void two_officers_read_both_proofs_and_record_how_a_dispute_was_settled_and_the_thread_stays_disputed()
            throws Exception {
        var reference = sent("XD-1", ordinary(), "tolva").reference();
        var thread = requests.find(reference).orElseThrow().thread();
        assertThat(code("duty-officer", "/requests/" + reference + "/dispute")).isEqualTo(404);
        var theirs = threads.entries(thread, 0).getFirst();
        dispute(thread, theirs.entry().json(), theirs.json());
        var path = "/requests/" + reference + "/dispute";

        assertThat(page("duty-officer", "/desk", "en")).contains("Automatic steps have stopped.", path);
        assertThat(page("duty-officer", path, "ar")).contains("dir=\"rtl\"", "الأثر يختلف");
        assertThat(page("duty-officer", path, "en"))
                .contains("The effect differs from our own fold", "Signature", "Our proof as a file");
        assertThat(code("duty-officer", path + "/1-ours.json")).isEqualTo(200);
        assertThat(code("duty-officer", path + "/1-theirs.json")).isEqualTo(200);
        assertThat(code("duty-officer", path + "/2-theirs.json")).isEqualTo(404);
        assertThat(code("magistrate", path)).isEqualTo(403);

        assertThat(answered(200, "duty-officer", post(path + "/settlement").param("words", " ")))
                .contains("Say what was agreed.");
        assertThat(answered(
                        200,
                        "duty-officer",
                        post(path + "/settlement")
                                .param("words", "Theirs was a fault.")
                                .param("continuedIn", reference)))
                .contains("There is no other request", "Theirs was a fault.");
        redirected("lawyer", post(path + "/settlement").param("words", "A clock was wrong."));
        var unseen = answered(200, "duty-officer", post(path + "/settlement").param("words", "Theirs was a fault."));
        assertThat(unseen)
                .contains("Somebody else changed this", "A clock was wrong.", ">Theirs was a fault.</textarea>");
        assertThat(page("duty-officer", path, "en")).contains("A clock was wrong.");
        redirected(
                "duty-officer",
                post(path + "/settlement").param("words", "Theirs was a fault.").param("seen", seenOn(unseen)));
        var hash =
                page("second-officer", path, "en").replaceAll("(?s).*name=\"hash\" value=\"([0-9a-f]{64})\".*", "$1");
        var agree = post(path + "/settlement/agree").param("method", "practice");
        answered(
                403,
                "duty-officer",
                post(path + "/settlement/agree").param("method", "practice").param("hash", hash));
        answered(
                409,
                "second-officer",
                post(path + "/settlement/agree").param("method", "practice").param("hash", "0".repeat(64)));
        redirected("second-officer", agree.param("hash", hash));

        assertThat(page("duty-officer", "/desk", "en")).doesNotContain(path);
        assertThat(page("duty-officer", path, "en"))
                .contains("How it was settled", "R. Tolva")
                .doesNotContain("/settlement/agree");
        assertThat(threads.find(thread).orElseThrow().disputed()).isEqualTo("effect");
        answered(409, "duty-officer", post(path + "/settlement").param("words", "Otherwise."));
        var draft = redirected("duty-officer", post(path + "/continue")).replaceAll("/drafts/(.*)/state", "$1");
        assertThat(drafts.get(draft).body()).containsEntry("continues", reference);
        assertThat(page("duty-officer", "/drafts/" + draft + "/preview", "en"))
                .contains("Goes on with request", reference);
    }

    /** Two others closed it after it was named: nobody else learns its number, or agrees to what cannot be read. */
    @Test
    void a_settlement_names_no_request_that_was_closed_since() throws Exception {
        var reference = sent("XD-1", ordinary(), "tolva").reference();
        var thread = requests.find(reference).orElseThrow().thread();
        var other =
                requests.ofThread(sent("XD-1", ordinary(), "tolva").thread()).orElseThrow();
        var theirs = threads.entries(thread, 0).getFirst();
        dispute(thread, theirs.entry().json(), theirs.json());
        var path = "/requests/" + reference + "/dispute";
        redirected(
                "duty-officer",
                post(path + "/settlement")
                        .param("words", "Theirs was a fault.")
                        .param("continuedIn", other.reference()));
        assertThat(page("second-officer", path, "en")).contains(other.reference(), "/settlement/agree");

        db.sql("insert into cooperation.compartment (thread, closed_at) values (:t, now())")
                .param("t", other.thread())
                .update();
        db.sql("insert into cooperation.compartment_officer (thread, official) values (:t, 'maren')")
                .param("t", other.thread())
                .update();
        try {
            assertThat(page("second-officer", path, "en"))
                    .contains("Theirs was a fault.")
                    .doesNotContain(other.reference(), "/settlement/agree");
            assertThat(page("duty-officer", path, "en")).contains(other.reference());
        } finally {
            for (var table : List.of("compartment_officer", "compartment")) {
                db.sql("delete from cooperation." + table + " where thread = :t")
                        .param("t", other.thread())
                        .update();
            }
            db.sql("update cooperation.request set disputed = false where thread = :t")
                    .param("t", thread)
                    .update();
            db.sql("update thread.thread set disputed = null where id = :t")
                    .param("t", thread)
                    .update();
        }
    }

    private void dispute(String thread, byte[] ours, byte[] theirs) {
        db.sql(
                        "insert into thread.dispute_proof (thread, why, ours, theirs, theirs_hash, kept_at) values (:t, 'effect', :o, :h, 'x', :at)")
                .param("t", thread)
                .param("o", ours)
                .param("h", theirs)
                .param("at", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .update();
        db.sql("update thread.thread set disputed = 'effect' where id = :t")
                .param("t", thread)
                .update();
        db.sql("update cooperation.request set disputed = true where thread = :t")
                .param("t", thread)
                .update();
    }
}
