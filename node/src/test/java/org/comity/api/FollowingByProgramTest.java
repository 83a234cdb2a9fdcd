package org.comity.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.jayway.jsonpath.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A ministry's system reads everything of a case, and afterwards only what changed. */
class FollowingByProgramTest extends WritingPrograms {

    private static final int MORE = 100;

    @Autowired
    private JdbcClient db;

    @Test
    void behind_a_hundred_newer_lines_the_oldest_is_read_and_its_scan_opens_by_program_and_on_the_page()
            throws Exception {
        var maren = token("maren");
        var reference = sent("XD-1");
        var path = "/requests/" + reference + "/file";
        var first = json(maren, path, "{\"kind\": \"note\", \"text\": \"Faxed.\", \"scan\": \"SUkqAA==\"}", 201);
        var line = read(first, "$.lines[0].id");
        db.sql("""
                insert into cooperation.file_line (thread, kind, text, number, time, official)
                select thread, kind, 'Newer ' || n, number, time + n * interval '1 second', official
                  from cooperation.file_line, generate_series(1, :more) n where id = :line
                """).param("more", MORE).param("line", Long.valueOf(line)).update();

        assertThat(JsonPath.<List<Integer>>read(text(maren, path), "$.lines[*].id"))
                .hasSize(100)
                .doesNotContain(Integer.valueOf(line));
        assertThat(all(path, "$.lines[*].id"))
                .hasSize(MORE + 1)
                .startsWith(line)
                .doesNotHaveDuplicates();
        var scan = ask(maren, get("/api/v1" + path + "/" + line + "/scan"));
        assertThat(scan.getStatus()).isEqualTo(200);
        assertThat(scan.getContentAsByteArray()).isEqualTo(new byte[] {0x49, 0x49, 0x2a, 0});
        assertThat(scan.getHeader("Content-Disposition")).contains("scan.tif");
        assertThat(code("duty-officer", path + "/" + line)).isEqualTo(200);

        var other = "/requests/" + sent("XD-1") + "/file/" + line;
        assertThat(ask(maren, get("/api/v1" + other + "/scan")).getStatus()).isEqualTo(404);
        assertThat(code("duty-officer", other)).isEqualTo(404);
    }

    @Test
    void messages_have_numbers_and_go_on_behind_the_last_that_was_read() throws Exception {
        var maren = token("maren");
        var path = "/requests/" + sent("XB-1") + "/messages";
        var first = read(json(maren, path, "{\"text\": \"Did it arrive?\"}", 201), "$.messages[0].id");
        db.sql("""
                insert into cooperation.message (thread, author, text, time, ours)
                select thread, author, 'Newer ' || n, time, ours
                  from cooperation.message, generate_series(1, :more) n where id = :first
                """).param("more", MORE).param("first", Long.valueOf(first)).update();

        assertThat(JsonPath.<List<String>>read(text(maren, path), "$.messages[*].text"))
                .hasSize(100)
                .doesNotContain("Did it arrive?");
        assertThat(all(path, "$.messages[*].id"))
                .hasSize(MORE + 1)
                .startsWith(first)
                .doesNotHaveDuplicates();
    }

    @Test
    void what_changed_since_an_instant_is_listed_in_that_order_and_nothing_else() throws Exception {
        var maren = token("maren");
        var before = sent("XD-1");
        var changed = sent("XD-1");
        db.sql("update cooperation.request set changed_at = changed_at - interval '1 day' where reference = :reference")
                .param("reference", before)
                .update();
        var since = read(text(maren, "/requests/" + changed), "$.request.changedAt");
        var later = sent("XD-1");

        var found = new ArrayList<String>();
        @Nullable String after = null;
        do {
            var page =
                    text(maren, "/requests?limit=1&changedSince=" + since + (after == null ? "" : "&after=" + after));
            found.addAll(JsonPath.read(page, "$.requests[*].reference"));
            after = JsonPath.read(page, "$.cursor");
        } while (after != null);

        assertThat(found)
                .containsSubsequence(changed, later)
                .doesNotContain(before)
                .doesNotHaveDuplicates();
        var wrong = ask(maren, get("/api/v1/requests?changedSince=yesterday"));
        assertThat(wrong.getStatus()).isEqualTo(400);
        assertThat(wrong.getContentAsString()).contains("api.field", "changedSince");
    }

    private List<String> all(String path, String of) throws Exception {
        var found = new ArrayList<String>();
        @Nullable Integer after = 0;
        do {
            var page = text(token("maren"), path + "?after=" + after);
            JsonPath.<List<Object>>read(page, of).forEach(it -> found.add(it.toString()));
            after = JsonPath.read(page, "$.after");
        } while (after != null);
        return found;
    }
}
