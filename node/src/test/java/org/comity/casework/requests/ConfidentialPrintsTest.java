package org.comity.casework.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.HashMap;
import org.comity.casework.Officers;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wherever something is decided on a confidential request, each page that leaves the printer says that it is one. */
class ConfidentialPrintsTest extends Officers {

    private static final String MARK = "<p>Confidential</p></div>";

    @Autowired
    private JdbcClient db;

    @Test
    void before_it_is_sent_its_draft_says_so() throws Exception {
        var secret = new HashMap<String, Object>(ordinary());
        secret.put("secret", true);
        var maren = official("maren");
        var written = drafts.start("preservation/1", "request", Role.REQUESTING, "XD-1", null, secret, maren);
        assertThat(page("duty-officer", "/drafts/" + written.id() + "/preview", "en"))
                .contains(MARK);
        var draft = submitted("XD-1", secret);
        assertThat(page("second-officer", "/drafts/" + draft.id() + "/approve", "en"))
                .contains(MARK);
        assertThat(page(
                        "second-officer",
                        "/drafts/" + submitted("XD-1", ordinary()).id() + "/approve",
                        "en"))
                .doesNotContain(MARK);
    }

    @Test
    void the_order_the_answer_and_the_dispute_say_so() throws Exception {
        var reference = preserved(70);
        var row = requests.find(reference).orElseThrow();
        redirected("duty-officer", post("/requests/" + reference + "/pass-on"));
        assertThat(page("magistrate", "/orders/" + reference, "en")).doesNotContain(MARK);
        db.sql("update cooperation.request set confidential = true, disputed = true where thread = :thread")
                .param("thread", row.thread())
                .update();

        assertThat(page("magistrate", "/orders/" + reference, "en")).contains(MARK);
        assertThat(page("duty-officer", "/requests/" + reference + "/dispute", "en"))
                .contains(MARK);
    }

    @Test
    void an_answer_says_so_as_its_request_does() throws Exception {
        var secret = new HashMap<String, Object>(ordinary());
        secret.put("secret", true);
        var reference = sent("XD-1", secret, "tolva").reference();
        var preview = redirected(
                "duty-officer",
                post("/requests/" + reference + "/withdraw")
                        .param("text", "Solved.")
                        .param("then", "preview"));

        assertThat(page("duty-officer", preview, "en")).contains(MARK);
    }
}
