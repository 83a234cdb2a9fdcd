package org.comity.casework.joint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Map;
import org.comity.casework.Officers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a draft of a joint thread lacks stands above it, as in a thread of two. */
class JointDraftGapsTest extends Officers {

    @Autowired
    private JdbcClient db;

    @Autowired
    private WritingJointActs writing;

    @Autowired
    private JointProcedures procedures;

    /** R102: the form of our own act would make it ours. */
    @Test
    void what_we_write_down_for_another_is_never_typed_into_an_act_of_our_own() {
        var maren = official("maren");
        var said = Map.of("recorded", "mail", "speaker", "XD-1");
        var procedure = procedures.begun().id();
        var draft =
                writing.start("a-thread", procedure, "leave", "uncc/2", Map.of("text", "x"), said, List.of(), maren);

        refused("joint.unknown", () -> writing.of(draft.id(), "a-thread", "leave"));

        writing.discard(draft.id(), maren);
    }

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

        var draft = page("duty-officer", "/joint/drafts/" + id, "en");
        assertThat(draft.split("two doc")[1])
                .as("what nobody chose")
                .contains("A draft with gaps")
                .doesNotContain("Convention");
        assertThat(draft)
                .contains(
                        "things are missing:", "/joint/new?draft=" + id + "#f-instrument", "Choose what it rests on.");

        redirected("duty-officer", post("/joint/drafts/" + id + "/discard"));
    }
}
