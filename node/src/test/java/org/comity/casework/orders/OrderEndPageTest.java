package org.comity.casework.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.comity.casework.Correspondence;
import org.comity.casework.Officers;
import org.comity.identity.Approvals.Proof;
import org.comity.procedure.RequestRow;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An order of ours that ends before what we promised is seen before its day, and each way out begins with something. */
class OrderEndPageTest extends Officers {

    private static final String OFFICER = "duty-officer";
    private static final String ASKING = "XD-1";
    private static final int PROMISED = 60;
    private static final int ORDERED = 2;

    @Autowired
    private Correspondence arrives;

    @Autowired
    private JdbcClient db;

    @Test
    void its_day_stands_under_the_title_and_the_ways_out_below_the_next_step() throws Exception {
        var row = ordered();

        var page = page(OFFICER, "/requests/" + row.reference(), "en");

        assertThat(page.substring(0, page.indexOf("</dl>"))).contains("Our order ends", "href=\"#order-ends\"");
        assertThat(page.indexOf("id=\"order-ends\""))
                .isGreaterThan(page.indexOf("class=\"card next\""))
                .isLessThan(page.indexOf("action=\"/requests/%s/owner\"".formatted(row.reference())));
        assertThat(page("oversight", "/requests/" + row.reference(), "en")).doesNotContain("Our order ends");
    }

    @Test
    void to_tell_them_begins_with_words_that_say_nothing_of_the_order() throws Exception {
        var byWire = ordered();
        // What a State with a node asks by letter cannot be written down; for its page it is the counterpart that
        // counts.
        db.sql("update cooperation.request set counterpart = 'XB-1' where thread = :thread")
                .param("thread", byWire.thread())
                .update();
        var path = "/requests/" + byWire.reference();
        assertThat(page(OFFICER, path, "en")).contains("href=\"%s?begin=less#messages\"".formatted(path));
        assertThat(page(OFFICER, path, "en")).doesNotContain("as matters stand");

        var begun = found(
                "(?s)<textarea[^>]* name=\"text\"[^>]*>([^<]*as matters stand[^<]*)</textarea>",
                page(OFFICER, path + "?begin=less", "en"));
        assertThat(begun).contains(byWire.reference()).doesNotContainIgnoringCase("order");

        var byLetter = page(OFFICER, "/requests/" + ordered().reference(), "en");
        assertThat(byLetter)
                .contains("They read no messages here", "as matters stand")
                .doesNotContain("begin=less");
    }

    @Test
    void where_they_left_the_directory_the_request_and_its_order_open_all_the_same() throws Exception {
        var row = ordered();
        db.sql("update cooperation.request set counterpart = 'XD-99' where thread = :thread")
                .param("thread", row.thread())
                .update();

        assertThat(page(OFFICER, "/requests/" + row.reference(), "en"))
                .contains("id=\"order-ends\"", "They read no messages here");
        assertThat(page("magistrate", "/orders/" + row.reference(), "en")).contains(row.reference());
    }

    @Test
    void the_magistrate_is_told_that_it_is_a_renewal() throws Exception {
        var row = ordered();
        assertThat(page("magistrate", "/orders/" + row.reference(), "en")).doesNotContain("asked to renew");

        redirected(OFFICER, post("/requests/" + row.reference() + "/pass-on"));

        assertThat(page("magistrate", "/orders/" + row.reference(), "en"))
                .contains("You are asked to renew order", "14/26");
        assertThat(page("magistrate", "/orders/" + row.reference(), "ar")).contains("يُطلب منكم تجديد الأمر");
    }

    /** After signing the day on record can only be moved to a later one. */
    @Test
    void who_promises_longer_than_the_order_lasts_is_told_before_it_is_signed() throws Exception {
        var row = ordered();
        var writing = "/requests/" + row.reference() + "/extend";
        var told = "Order .{0,40}14/26.{0,40} ends on .{0,120}before what you promise here";

        assertThat(page(OFFICER, writing, "en")).containsPattern(told).containsPattern("without an order: 11[5-9]\\.");
        assertThat(page(OFFICER, writing, "ar")).contains("قبل ما تعدون به هنا");

        assertThat(page(OFFICER, extending(row, PROMISED + 1), "en")).containsPattern(told);
        assertThat(page(OFFICER, extending(row, ORDERED - 1), "en")).doesNotContain("before what you promise here");
    }

    /** The preview of an act that says until when the data stay kept. */
    private String extending(RequestRow row, int days) {
        var maren = official("maren");
        var body = Map.<String, Object>of("text", "");
        var begun = drafts.start("preservation/1", "extend", Role.REQUESTED, ASKING, row.thread(), body, maren);
        var until = Map.of("until", now().plus(days, ChronoUnit.DAYS).toString());
        drafts.save(begun.id(), begun.version(), body, until, maren);
        return "/drafts/" + begun.id() + "/preview";
    }

    /** They asked us, we promised sixty days, and our order lasts two. */
    private RequestRow ordered() throws Exception {
        var maren = official("maren");
        var yesterday = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).minusDays(1);
        var came = new Correspondence.Arrived(Channel.MAIL, yesterday, "", "", null);
        var row = requests.find(arrives.recordRequest("preservation/1", ASKING, ordinary(), came, maren))
                .orElseThrow();
        var report = Map.<String, Object>of("preservedAt", now().toString(), "kept", "logs");
        var begun =
                drafts.start("preservation/1", "report-preserved", Role.REQUESTED, ASKING, row.thread(), report, maren);
        var until = Map.of("until", now().plus(PROMISED, ChronoUnit.DAYS).toString());
        var saved = drafts.save(begun.id(), begun.version(), report, until, maren);
        drafts.submit(saved.id(), saved.version(), maren);
        drafts.approve(saved.id(), new Proof.Practice(), null, official("okell"));
        redirected(OFFICER, post("/requests/" + row.reference() + "/pass-on"));
        redirected(
                "magistrate",
                post("/orders/" + row.reference())
                        .param("then", "grant")
                        .param("number", "14/26")
                        .param("data", "login records")
                        .param("keepUntil", inDays(ORDERED)));
        return requests.find(row.reference()).orElseThrow();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }
}
