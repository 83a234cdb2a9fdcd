package org.comity.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/** What an officer compares with the original before it is recorded: the original itself, and what a machine filled in. */
class PaperDraftTest extends PaperPages {

    private static final String DATED = """
            Date: Mon, 9 Mar 2026 10:00:00 +0100

            Our reference: MJ/790-26
            Please preserve data of lena90@mail.example.
            """;

    @Test
    void the_scan_can_be_seen_replaced_and_taken_away() throws Exception {
        var draft = location(begun("bag").file(scan("%PDF-1.7 first")));
        assertThat(page(draft, "en")).contains("href=\"" + draft + "/scan\"", "Another scan in its place");
        var answer = web.perform(get(URI.create(draft + "/scan")).cookie(seat("duty-officer")))
                .andReturn()
                .getResponse();
        assertThat(answer.getContentAsString()).isEqualTo("%PDF-1.7 first");
        assertThat(answer.getContentType()).isEqualTo("application/octet-stream");
        assertThat(answer.getHeader("Content-Disposition")).isEqualTo("attachment; filename=\"scan.pdf\"");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");

        assertThat(body(saved(draft, 1).file(scan("MZ"))))
                .contains("This is not a file that can be read here.", "Court of Dorvane");
        assertThat(bytes(draft + "/scan")).startsWith("%PDF-1.7 first".getBytes());
        location(saved(draft, 1).file(scan("%PDF-1.7 second")));
        assertThat(bytes(draft + "/scan")).startsWith("%PDF-1.7 second".getBytes());
        location(saved(draft, 2));
        assertThat(bytes(draft + "/scan")).startsWith("%PDF-1.7 second".getBytes());
        location(saved(draft, 2).param("scanNone", "yes"));
        refused(404, get(draft + "/scan"));
        assertThat(page(draft, "ar")).doesNotContain(draft + "/scan");
    }

    @Test
    void a_scan_is_seen_by_who_sees_the_draft_and_while_it_is_one() throws Exception {
        var draft = location(begun("bag").file(scan("%PDF-1.7 only")));
        assertThat(code("oversight", draft + "/scan")).isEqualTo(403);
        refused(404, get("/paper/p0/scan"));

        location(latest(draft).param("then", "discard"));
        refused(404, get(draft + "/scan"));
    }

    @Test
    void the_day_is_read_out_of_a_mail_alone_and_marked_as_read_by_a_machine() throws Exception {
        assertThat(page(location(begun("mail")), "en"))
                .contains("value=\"2026-03-09\"", "id=\"f-cameDay-hint\"", "id=\"f-letterReference-hint\"");
        assertThat(page(location(begun("bag")), "en"))
                .contains("value=\"MJ/790-26\"")
                .doesNotContain("value=\"2026-03-09\"", "id=\"f-cameDay-hint\"");
        assertThat(page(location(begun("mail").param("cameDay", "2026-03-11")), "en"))
                .contains("value=\"2026-03-11\"")
                .doesNotContain("id=\"f-cameDay-hint\"");
    }

    private static MockMultipartHttpServletRequestBuilder begun(String by) {
        return multipart("/paper/new")
                .param("counterpart", "XD-1")
                .param("cameBy", by)
                .param("text", DATED);
    }

    private static MockMultipartHttpServletRequestBuilder saved(String draft, int version) {
        return multipart(draft)
                .param("then", "save")
                .param("version", Integer.toString(version))
                .param("authority", "Court of Dorvane");
    }

    private static MockMultipartFile scan(String content) {
        return new MockMultipartFile("scan", "letter.html", "text/html", content.getBytes());
    }
}
