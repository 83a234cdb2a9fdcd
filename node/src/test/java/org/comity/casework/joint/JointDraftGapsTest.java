package org.comity.casework.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.comity.casework.Officers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a draft of a joint thread lacks stands above it, as in a thread of two. */
class JointDraftGapsTest extends Officers {

    @Autowired
    private JdbcClient db;

    @Test
    void a_draft_that_was_left_says_what_is_missing_and_leads_to_it() throws Exception {
        redirected(
                "duty-officer",
                post("/joint/new")
                        .param("states", "XB-1")
                        .param("matter", "A draft with gaps")
                        .param("leave", "yes"));
        var id = db.sql("select id from cooperation.joint_draft where body like '%A draft with gaps%'")
                .query(String.class)
                .single();

        assertThat(page("duty-officer", "/joint/drafts/" + id, "en"))
                .contains(
                        "things are missing:", "/joint/new?draft=" + id + "#f-instrument", "Choose what it rests on.");

        redirected("duty-officer", post("/joint/drafts/" + id + "/discard"));
    }
}
