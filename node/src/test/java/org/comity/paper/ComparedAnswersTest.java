package org.comity.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import org.comity.procedure.RequestRow;
import org.comity.thread.Threads.KeptAct;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/** What is registered cannot be taken back: an answer is shown once more, with the request to which it goes, before it is. */
class ComparedAnswersTest extends PaperPages {

    private String thread = "";

    @AfterEach
    void none_is_left() {
        db.sql("delete from cooperation.paper_draft where thread = :thread")
                .param("thread", thread)
                .update();
    }

    @Test
    void an_answer_is_shown_once_more_with_its_request_and_recorded_with_the_tick_alone() throws Exception {
        var url = request("C-1");
        assertThat(page(url + "?type=acknowledge", "en"))
                .contains(">Go on</button>")
                .doesNotContain("name=\"checked\"", ">Record it</button>");

        var kept = location(came(url).file(scan("%PDF-1.7 first")));
        assertThat(threads.newest(thread)).hasSize(1);
        assertThat(kept).startsWith(url + "/p");
        assertThat(page(kept, "en"))
                .contains("Once more before it is recorded", "logs C-1", "Received the request", "value=\"MJ/61\"")
                .contains("name=\"checked\"", ">Record it</button>");
        assertThat(page(kept, "ar")).contains("dir=\"rtl\"", "logs C-1");
        for (var page : List.of(url, record(url))) {
            assertThat(page(page, "en")).contains("Not yet recorded", "href=\"" + kept + "\"");
        }
        var id = kept.substring(kept.lastIndexOf('/') + 1);
        assertThat(bytes(url + "/" + id + "/scan")).startsWith("%PDF-1.7 first".getBytes());
        assertThat(code("oversight", url + "/" + id + "/scan")).isEqualTo(403);

        assertThat(body(came(url + "/" + id))).contains("Compare it with the original first");
        assertThat(threads.newest(thread)).hasSize(1);

        assertThat(location(came(url + "/" + id).param("checked", "yes"))).isEqualTo(record(url));
        assertThat(last().envelope().attachments())
                .singleElement()
                .satisfies(it -> assertThat(it.size()).isEqualTo("%PDF-1.7 first".length()));
        refused(404, came(url + "/" + id).param("checked", "yes"));
        refused(404, get(kept));
        assertThat(page(record(url), "en")).doesNotContain("Not yet recorded", kept);
        assertThat(threads.newest(thread)).hasSize(2);
    }

    @Test
    void another_scan_or_none_takes_the_place_of_the_first() throws Exception {
        var url = request("C-2");
        var id = id(location(came(url).file(scan("%PDF-1.7 wrong page"))));
        location(came(url + "/" + id).file(scan("%PDF-1.7 right")).param("checked", "yes"));
        assertThat(last().envelope().attachments())
                .singleElement()
                .satisfies(it -> assertThat(it.size()).isEqualTo("%PDF-1.7 right".length()));

        url = request("C-3");
        id = id(location(came(url).file(scan("%PDF-1.7 of another request"))));
        location(came(url + "/" + id).param("checked", "yes").param("scanNone", "yes"));
        assertThat(last().envelope().attachments()).isEmpty();
    }

    @Test
    void what_went_to_the_wrong_request_is_thrown_away_and_opens_in_no_other() throws Exception {
        var url = request("C-4");
        var id = id(location(came(url)));
        var other = request("C-5");
        refused(404, get(other + "/" + id));
        refused(404, came(other + "/" + id).param("checked", "yes"));
        refused(404, post(other + "/" + id + "/discarded"));
        assertThat(page("/paper/new", "en")).doesNotContain("/paper/" + id);
        refused(404, get("/paper/" + id));
        refused(404, multipart("/paper/" + id).param("then", "save"));

        assertThat(location(post(url + "/" + id + "/discarded"))).isEqualTo(record(url));
        refused(404, get(url + "/" + id));
    }

    /** Minutes count: who has the letter before their eyes says so on the first page. */
    @Test
    void in_an_emergency_the_tick_stands_on_the_first_page() throws Exception {
        var url = request("C-6");
        db.sql("update cooperation.request set emergency = true where thread = :thread")
                .param("thread", thread)
                .update();
        assertThat(page(url + "?type=acknowledge", "en")).contains("name=\"checked\"", "it is recorded at once");

        location(came(url).param("checked", "yes"));
        assertThat(threads.newest(thread)).hasSize(2);
    }

    /** Another officer pressed first: what was typed is there all the same, to be read and given another type. */
    @Test
    void what_was_kept_is_read_and_thrown_away_though_its_step_is_gone() throws Exception {
        var url = request("C-7");
        var kept = location(came(url).file(scan("%PDF-1.7 kept")).param("pasted", "We got it."));
        location(came(url + "/" + id(location(came(url)))).param("checked", "yes"));

        var page = page(kept, "en");
        assertThat(page)
                .contains("This would have no effect", "MJ/61", "We got it.", "Letter or diplomatic bag")
                .contains("action=\"" + kept + "\"")
                .doesNotContain(">Record it</button>");
        assertThat(page(kept + "?type=ask", "en")).contains(">Record it</button>", "value=\"MJ/61\"");

        db.sql("update thread.thread set we_keep = false where id = :id")
                .param("id", thread)
                .update();
        refused(409, get(url));
        assertThat(page(kept, "en")).contains("We got it.");
        assertThat(bytes(kept + "/scan")).startsWith("%PDF-1.7 kept".getBytes());
        assertThat(location(post(kept + "/discarded"))).isEqualTo(record(url));
        refused(404, get(kept));
    }

    /** Another page has buttons that tick a list of choices: pressed here, they are no step, whatever was ticked before. */
    @Test
    void a_press_that_ticks_all_records_and_keeps_nothing() throws Exception {
        var url = request("C-8");
        for (var button : List.of("tick", "untick")) {
            assertThat(body(came(url).param("checked", "yes").param(button, "items")))
                    .contains("value=\"MJ/61\"")
                    .doesNotContain("name=\"" + button + "\"");
            body(came(url).param(button, "items"));
        }
        assertThat(threads.newest(thread)).hasSize(1);
        assertThat(db.sql("select count(*) from cooperation.paper_draft where thread = :thread")
                        .param("thread", thread)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private String request(String number) throws Exception {
        var reference = pastRequest(number);
        thread = requests.find(reference).map(RequestRow::thread).orElseThrow();
        return "/requests/" + reference + "/record-act";
    }

    private KeptAct last() {
        var acts = threads.newest(thread);
        assertThat(acts).hasSize(2);
        return acts.getLast();
    }

    private static String record(String url) {
        return url.replace("/record-act", "");
    }

    private static String id(String kept) {
        return kept.substring(kept.lastIndexOf('/') + 1);
    }

    private static MockMultipartHttpServletRequestBuilder came(String url) {
        return multipart(url)
                .param("type", "acknowledge")
                .param("once", token())
                .param("cameBy", "bag")
                .param("cameDay", "2026-03-10")
                .param("letterReference", "MJ/61")
                .param("text", "");
    }

    private static MockMultipartFile scan(String content) {
        return new MockMultipartFile("scan", "x.pdf", "application/pdf", content.getBytes());
    }
}
