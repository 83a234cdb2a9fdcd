package org.comity.casework.compartments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.comity.casework.Compartments;
import org.comity.casework.Officers;
import org.comity.casework.SearchIndex;
import org.comity.identity.Approvals.Proof;
import org.comity.procedure.Draft;
import org.comity.procedure.Link;
import org.comity.procedure.RequestRow;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a closed request says stays with those who are named, whatever is begun from it and whoever else has its reference. */
class ClosedWordsTest extends Officers {

    @Autowired
    private Compartments compartments;

    @Autowired
    private SearchIndex search;

    @Autowired
    private JdbcClient db;

    private final List<String> closed = new ArrayList<>();

    @AfterEach
    void open_again() {
        for (var table : List.of("compartment_officer", "compartment")) {
            closed.forEach(it -> db.sql("delete from cooperation." + table + " where thread = :thread")
                    .param("thread", it)
                    .update());
        }
    }

    @Test
    void nobody_goes_on_in_the_open_with_a_closed_request_that_is_disputed() throws Exception {
        var row = close(sent());
        db.sql("update cooperation.request set disputed = true where thread = :t")
                .param("t", row.thread())
                .update();
        var drafts = count();

        assertThat(answered(409, "duty-officer", post("/requests/" + row.address() + "/dispute/continue")))
                .contains("like this it would be open to every officer.");

        assertThat(count()).isEqualTo(drafts);
        db.sql("update cooperation.request set disputed = false where thread = :t")
                .param("t", row.thread())
                .update();
    }

    @Test
    void what_follows_a_closed_request_is_closed_to_the_same_officers_as_it_is_sent() throws Exception {
        var followed = close(sent());
        var maren = official("maren");
        var begun = drafts.start("preservation/1", "request", Role.REQUESTING, "XD-1", null, emergency(), maren);
        var saved = drafts.save(
                begun.id(),
                begun.version(),
                emergency(),
                Map.of(Link.FACT, Link.to(followed.thread()).fact()),
                maren);
        var says = "When it is sent, it is closed to the same officers.";
        assertThat(page("duty-officer", "/drafts/" + saved.id() + "/preview", "en"))
                .contains(says);
        var submitted = drafts.submit(saved.id(), saved.version(), maren);
        assertThat(page("lawyer", "/drafts/" + saved.id() + "/approve", "en")).contains(says);

        var sent = drafts.approve(submitted.id(), new Proof.Practice(), null, official("okell"));

        var follower = requests.ofThread(sent.thread()).orElseThrow();
        closed.add(follower.thread());
        assertThat(page("lawyer", "/requests/" + follower.address(), "en")).contains("Closed to all but 2 officers.");
        assertThat(code("second-officer", "/requests/" + follower.address())).isEqualTo(404);
        assertThat(compartments.hiddenFrom("tolva")).contains(follower.thread());

        var other = submitted("XD-1", emergency());
        assertThat(page("lawyer", "/drafts/" + other.id() + "/approve", "en")).doesNotContain(says);
        assertThat(compartments.hiddenFrom("tolva"))
                .doesNotContain(drafts.approve(other.id(), new Proof.Practice(), null, official("okell"))
                        .thread());
    }

    @Test
    void a_reference_that_a_closed_request_has_as_well_leads_to_the_one_that_is_open() throws Exception {
        var open = sent();
        var other = sent();
        named(other, open.reference(), "XA-2");
        try {
            var path = "/requests/" + open.reference();
            assertThat(code("second-officer", path)).as("both are open").isEqualTo(302);
            close(requests.ofThread(other.thread()).orElseThrow());

            for (var chair : List.of("second-officer", "duty-officer")) {
                // The page lists other requests about the same account, and these may share their references.
                assertThat(page(chair, path, "en")).as(chair).doesNotContain(open.reference() + " (XA-1)");
                assertThat(code(chair, path + "/record")).as(chair).isEqualTo(200);
            }
            assertThat(page("second-officer", path, "en")).doesNotContain("(XA-2)", "XA-2/");
            assertThat(page("second-officer", "/requests?q=" + open.reference(), "en"))
                    .contains("href=\"" + path + "\"")
                    .doesNotContain("XA-1/", "XA-2/", "(XA-2)");
            assertThat(code("second-officer", "/requests/XA-2/" + open.reference()))
                    .isEqualTo(404);
            assertThat(page("duty-officer", "/requests/XA-2/" + open.reference(), "en"))
                    .contains(open.reference() + " (XA-2)");

            close(open);
            assertThat(code("second-officer", path)).isEqualTo(404);
            assertThat(code("second-officer", path + "/record")).isEqualTo(404);
        } finally {
            named(other, "XA-2019-" + open.reference().substring(8), "XA-1");
        }
    }

    private RequestRow sent() {
        Draft sent = sent("XD-1", ordinary(), "tolva");
        return requests.ofThread(sent.thread()).orElseThrow();
    }

    private void named(RequestRow row, String reference, String author) {
        db.sql("update cooperation.request set reference = :r, author = :a where thread = :t")
                .param("r", reference)
                .param("a", author)
                .param("t", row.thread())
                .update();
        search.listed(requests.ofThread(row.thread()).orElseThrow());
    }

    /** To the duty officer and the lawyer. */
    private RequestRow close(RequestRow row) {
        db.sql("insert into cooperation.compartment (thread, closed_at) values (:t, now())")
                .param("t", row.thread())
                .update();
        for (var named : List.of("maren", "okell")) {
            db.sql("insert into cooperation.compartment_officer (thread, official) values (:t, :o)")
                    .param("t", row.thread())
                    .param("o", named)
                    .update();
        }
        closed.add(row.thread());
        return requests.ofThread(row.thread()).orElseThrow();
    }

    private long count() {
        return db.sql("select count(*) from cooperation.draft")
                .query(Long.class)
                .single();
    }
}
