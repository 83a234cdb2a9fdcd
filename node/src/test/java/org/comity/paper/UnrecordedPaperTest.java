package org.comity.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.comity.casework.PaperInHand;
import org.comity.casework.UnsentAct;
import org.comity.casework.UnsentActs;
import org.comity.procedure.RequestRow;
import org.comity.ui.Language;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What came and was written down stands on the desk until it is recorded: whoever wrote it down may go home. */
class UnrecordedPaperTest extends PaperPages {

    private static final List<String> PLACES =
            List.of("/desk", "/desk?view=MINE", "/desk?view=officers", "/requests?view=officers", "/desk/handover");

    @Autowired
    private PaperInHand paper;

    private final List<String> begun = new ArrayList<>();

    @AfterEach
    void none_is_left() {
        begun.forEach(it -> db.sql("delete from cooperation.paper_draft where id = :id")
                .param("id", it.substring(it.lastIndexOf('/') + 1))
                .update());
    }

    @Test
    void a_request_stands_on_the_desk_in_mine_in_search_and_in_the_note_until_it_is_recorded() throws Exception {
        var draft = written("MJ/831-26");

        for (var place : PLACES) {
            assertThat(page(place, "en")).as(place).contains("href=\"" + draft + "\"");
        }
        assertThat(page("/desk?view=officers", "en")).contains("Compare and record");
        assertThat(page("/desk?view=officers", "ar")).contains("href=\"" + draft + "\"", "مقارنة وتسجيل");
        assertThat(page("/desk/handover", "en")).contains("came on paper or by phone");
        for (var search : List.of("/search?q=831-26", "/search/palette?q=831-26")) {
            assertThat(page(search, "en")).as(search).contains("href=\"" + draft + "\"");
        }
        assertThat(page("lawyer", "/desk?view=MINE", "en")).doesNotContain("href=\"" + draft + "\"");

        location(latest(draft).param("then", "discard"));
        for (var place : PLACES) {
            assertThat(page(place, "en")).as(place).doesNotContain("href=\"" + draft + "\"");
        }
    }

    @Test
    void an_answer_stands_there_with_its_request_and_not_where_that_is_closed() throws Exception {
        var reference = pastRequest("U-1");
        var row = requests.find(reference).orElseThrow();
        var draft = location(multipart("/requests/" + reference + "/record-act")
                .param("type", "acknowledge")
                .param("cameBy", "bag")
                .param("cameDay", inDays(-1))
                .param("letterReference", "MJ/832-26")
                .param("once", token()));
        begun.add(draft);

        for (var place : PLACES) {
            assertThat(page(place, "en")).as(place).contains("href=\"" + draft + "\"", reference);
        }
        assertThat(page("/search?q=832-26", "en")).contains("href=\"" + draft + "\"");

        closed(row);
        for (var place : PLACES) {
            assertThat(page(place, "en")).as(place).doesNotContain("href=\"" + draft + "\"");
        }
    }

    @Test
    void one_that_was_recorded_leads_to_its_request_only_whoever_may_see_that() throws Exception {
        var draft = written("MJ/834-26");
        var row = requests.find(pastRequest("U-2")).orElseThrow();
        db.sql("update cooperation.paper_draft set status = 'RECORDED', reference = :reference where id = :id")
                .param("reference", row.reference())
                .param("id", draft.substring(draft.lastIndexOf('/') + 1))
                .update();
        assertThat(location(get(draft))).isEqualTo("/requests/" + row.address());

        closed(row);

        refused(404, get(draft));
        refused(404, latest(draft).param("then", "save"));
        assertThat(redirected("lawyer", get(draft))).contains(row.reference());
    }

    @Test
    void what_is_closed_takes_no_place_and_life_at_risk_comes_before_all_others() throws Exception {
        var row = requests.find(pastRequest("U-3")).orElseThrow();
        closed(row);
        for (int n = 0; n <= UnsentActs.MOST; n++) {
            answerBegun(row, "p0c105ed%03d".formatted(n));
        }
        var draft = written("MJ/835-26");
        assertThat(inHand()).contains(draft);

        opened(row);
        assertThat(inHand()).hasSize(UnsentActs.MOST).doesNotContain(draft);
        var all = new ArrayList<String>();
        for (var next = ""; next != null; next = page(next).next()) {
            page(next).acts().forEach(it -> all.add(it.path()));
        }
        assertThat(all)
                .as("behind the hundred, on the next pages")
                .doesNotHaveDuplicates()
                .contains(draft);
        var first = page("");
        var last = first.acts().getLast().path();
        db.sql("delete from cooperation.paper_draft where id = :id")
                .param("id", last.substring(last.lastIndexOf('/') + 1))
                .update();
        assertThat(page(first.next()).acts().stream().map(UnsentAct::path))
                .as("the place of one that is gone meanwhile")
                .contains(draft);
        db.sql("update cooperation.paper_draft set typed = typed || '{\"emergency\": [\"yes\"]}' where id = :id")
                .param("id", draft.substring(draft.lastIndexOf('/') + 1))
                .update();
        assertThat(inHand()).hasSize(UnsentActs.MOST).contains(draft);
    }

    private List<String> inHand() {
        return page("").acts().stream().map(UnsentAct::path).toList();
    }

    private UnsentActs.Page page(String after) {
        return paper.page(Language.ENGLISH, "maren", after);
    }

    private void answerBegun(RequestRow row, String id) {
        begun.add(id);
        db.sql("""
                insert into cooperation.paper_draft (id, counterpart, thread, typed, recognised, original, status,
                                                    official, saved_at)
                values (:id, 'XD-1', :thread, '{"type": ["acknowledge"]}', '', '', 'WRITING', 'maren',
                        now() - interval '9 days')
                """).param("id", id).param("thread", row.thread()).update();
    }

    private void opened(RequestRow row) {
        for (var table : List.of("compartment_officer", "compartment")) {
            db.sql("delete from cooperation." + table + " where thread = :thread")
                    .param("thread", row.thread())
                    .update();
        }
    }

    @Test
    void who_only_reads_is_led_to_no_page_that_is_for_those_who_write() throws Exception {
        var draft = written("MJ/833-26");
        var written = drafts.start(
                "preservation/1",
                "request",
                Role.REQUESTING,
                "XD-1",
                null,
                Map.of("ourCase", "MJ/833-26"),
                official("maren"));

        for (var place : List.of("/desk?view=officers", "/search?q=833-26", "/search/palette?q=833-26")) {
            assertThat(page("custodian", place, "en"))
                    .as(place)
                    .doesNotContain("href=\"" + draft + "\"", "href=\"/drafts/" + written.id() + "/state\"");
            assertThat(page(place, "en"))
                    .as(place)
                    .contains("href=\"" + draft + "\"", "href=\"/drafts/" + written.id() + "/state\"");
        }
        assertThat(page("custodian", "/search?q=833-26", "en")).contains("With our officers");
        drafts.discard(written.id(), official("maren"));
    }

    @Test
    void what_is_begun_is_listed_page_after_page() throws Exception {
        for (int i = 0; i <= PaperDrafts.PAGE; i++) {
            written("MJ/9" + i + "-26");
        }
        var first = page("/paper/new", "en");
        assertThat(first).contains("href=\"" + begun.getLast() + "\"").doesNotContain("href=\"" + begun.getFirst());

        var next = found("href=\"(/paper/new\\?after=[^\"]+)\"", first);

        assertThat(page(next, "en")).contains("href=\"" + begun.getFirst()).doesNotContain(begun.getLast());
    }

    private String written(String number) throws Exception {
        var draft = location(multipart("/paper/new")
                .param("counterpart", "XD-1")
                .param("cameBy", "bag")
                .param("text", "Our reference: " + number + "\nPlease preserve data of lena90@mail.example.\n"));
        begun.add(draft);
        return draft;
    }

    private void closed(RequestRow row) {
        db.sql("insert into cooperation.compartment (thread, closed_at) values (:thread, now())")
                .param("thread", row.thread())
                .update();
        db.sql("insert into cooperation.compartment_officer (thread, official) values (:thread, 'okell')")
                .param("thread", row.thread())
                .update();
    }
}
