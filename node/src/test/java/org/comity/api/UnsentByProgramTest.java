package org.comity.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import com.jayway.jsonpath.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** However many drafts wait in the node, a program finds its own. */
class UnsentByProgramTest extends WritingPrograms {

    private static final int OTHERS = 51;

    @Autowired
    private JdbcClient db;

    @AfterEach
    void clear() {
        db.sql("delete from cooperation.confirmation where gone_ahead = 'unsent'")
                .update();
        db.sql("delete from cooperation.draft where id like 'unsent-%'").update();
    }

    @Test
    void behind_fifty_drafts_that_wait_longer_one_is_seen_in_its_request_and_on_the_next_page() throws Exception {
        var maren = token("maren");
        var reference = sent("XD-1");
        var draft = json(maren, "/requests/" + reference + "/drafts", "{\"type\": \"withdraw\"}", 201);
        var id = read(draft, "$.id");
        var written =
                "{\"version\": %s, \"body\": {\"text\": \"No longer needed.\"}}".formatted(read(draft, "$.version"));
        assertThat(ask(maren, put("/api/v1/drafts/" + id).content(written).contentType("application/json"))
                        .getStatus())
                .isEqualTo(200);
        var saved = text(maren, "/drafts/" + id);
        json(maren, "/drafts/" + id + "/submission", version(saved), 200);
        others(id, "SUBMITTED");

        assertThat(JsonPath.<List<String>>read(text(maren, "/requests/" + reference), "$.drafts"))
                .containsExactly(id);
        assertThat(all("/drafts?status=waiting", "$.drafts[*].id"))
                .contains(id)
                .doesNotHaveDuplicates()
                .filteredOn(it -> it.startsWith("unsent-"))
                .hasSize(OTHERS);
    }

    @Test
    void drafts_being_written_and_acts_to_be_confirmed_go_on_at_their_cursor() throws Exception {
        var id = read(json(token("maren"), "/drafts", REQUEST.formatted("XD-1"), 201), "$.id");
        others(id, "WRITING");
        assertThat(all("/drafts", "$.drafts[*].id"))
                .contains(id)
                .doesNotHaveDuplicates()
                .filteredOn(it -> it.startsWith("unsent-"))
                .hasSize(OTHERS);

        db.sql("""
                update cooperation.draft set status = 'SENT', act = encode(sha256(id::bytea), 'hex'), thread = id,
                       reference = 'XA-2020-000001', submitted_by = 'okell'
                 where id like 'unsent-%'
                """).update();
        db.sql("""
                insert into cooperation.confirmation (act, gone_ahead, at, outcome, words)
                select act, 'unsent', saved_at, 'AWAITED', '' from cooperation.draft where id like 'unsent-%'
                """).update();
        assertThat(all("/confirmations", "$.confirmations[*].draft"))
                .doesNotHaveDuplicates()
                .filteredOn(it -> it.startsWith("unsent-"))
                .hasSize(OTHERS);
    }

    /** As this one, and waiting longer. */
    private void others(String draft, String status) {
        db.sql("""
                insert into cooperation.draft (id, procedure, type, role, counterpart, body, facts, status, version,
                       written_by, saved_at, submitted_by, submitted_at, edition, drill)
                select 'unsent-' || n, procedure, type, role, counterpart, body, facts, :status, version,
                       written_by, saved_at - n * interval '1 day', submitted_by, submitted_at - n * interval '1 day',
                       edition, drill
                  from cooperation.draft, generate_series(1, :many) n where id = :draft
                """)
                .param("draft", draft)
                .param("status", status)
                .param("many", OTHERS)
                .update();
    }

    private List<String> all(String path, String of) throws Exception {
        var found = new ArrayList<String>();
        @Nullable String after = null;
        do {
            var page = text(
                    token("maren"), path + (after == null ? "" : (path.contains("?") ? "&" : "?") + "after=" + after));
            List<String> rows = JsonPath.read(page, of);
            assertThat(rows).hasSizeLessThanOrEqualTo(50);
            found.addAll(rows);
            after = JsonPath.read(page, "$.cursor");
        } while (after != null);
        return found;
    }
}
