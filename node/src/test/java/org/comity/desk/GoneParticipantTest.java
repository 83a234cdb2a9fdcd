package org.comity.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.comity.casework.Officers;
import org.comity.procedure.Draft;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who left the directory is still named on the desk, with what is known; the lists of all others stay. */
class GoneParticipantTest extends Officers {

    private static final String OFFICER = "duty-officer";

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

    private void gone(String table, String key, String value) {
        db.sql("update cooperation.%s set counterpart = 'XD-99' where %s = :value".formatted(table, key))
                .param("value", value)
                .update();
    }
}
