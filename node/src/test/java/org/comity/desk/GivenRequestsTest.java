package org.comity.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.comity.casework.Correspondence;
import org.comity.casework.Correspondence.Arrived;
import org.comity.casework.GivenRequests;
import org.comity.casework.Officers;
import org.comity.ledger.Ledger;
import org.comity.ui.Flash;
import org.comity.vocabulary.Channel;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Work is given to an officer, one request or several, and whoever got it reads by whom. */
class GivenRequestsTest extends Officers {

    @Autowired
    private JdbcClient db;

    @Autowired
    private GivenRequests given;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Correspondence correspondence;

    @Test
    void a_request_is_given_to_an_officer_who_reads_by_whom_until_it_is_taken() throws Exception {
        var reference = sent("XD-1", emergency(), "maren").reference();
        var path = "/requests/" + reference;
        assertThat(page("duty-officer", path, "en")).contains("<option value=\"okell\"");

        assertThat(redirected("duty-officer", post(path + "/owner").param("owner", "okell")))
                .isEqualTo(path);

        assertThat(owner(reference)).isEqualTo("okell");
        assertThat(recorded("request.given", reference)).isOne();
        assertThat(page("lawyer", "/desk", "en"))
                .contains("Given to you", "by " + official("maren").name());
        assertThat(page("lawyer", "/desk", "ar")).contains("أُسند إليكم");
        assertThat(given.to(official("maren")).rows())
                .as("others may have given her something")
                .extracting(it -> it.request().reference())
                .doesNotContain(reference);

        redirected("lawyer", post(path + "/owner").param("owner", "me"));
        assertThat(owner(reference)).isEqualTo("okell");
        assertThat(given.to(official("okell")).rows())
                .extracting(it -> it.request().reference())
                .doesNotContain(reference);
    }

    @Test
    void what_another_took_meanwhile_is_not_taken_from_them_unseen() throws Exception {
        var reference = sent("XD-1", emergency(), "maren").reference();
        var path = "/requests/" + reference;
        assertThat(page("duty-officer", path, "en")).contains("name=\"was\" value=\"\"");
        redirected("lawyer", post(path + "/owner").param("owner", "me").param("was", ""));

        assertThat(answered(
                        409,
                        "duty-officer",
                        post(path + "/owner").param("owner", "me").param("was", "")))
                .contains("Another officer took this request");
        assertThat(owner(reference)).isEqualTo("okell");
        assertThat(page("duty-officer", path, "en")).contains("name=\"was\" value=\"okell\"");
        redirected("duty-officer", post(path + "/owner").param("owner", "me").param("was", "okell"));
        assertThat(owner(reference)).isEqualTo("maren");
    }

    @Test
    void the_list_shows_what_is_in_nobodys_hands_and_in_those_of_each_officer() throws Exception {
        var free = sent("XD-1", emergency(), "maren").reference();
        var taken = sent("XD-1", emergency(), "maren").reference();
        given.give(List.of(taken), "okell", official("maren"));

        assertThat(page("duty-officer", "/requests?owner=-&q=" + free, "en")).contains("/requests/" + free + "\"");
        assertThat(page("duty-officer", "/requests?owner=-&q=" + taken, "en"))
                .doesNotContain("/requests/" + taken + "\"");
        assertThat(page("duty-officer", "/requests?owner=okell&q=" + taken, "en"))
                .contains("/requests/" + taken + "\"");
        assertThat(page("duty-officer", "/requests?owner=okell&q=" + free, "en"))
                .doesNotContain("/requests/" + free + "\"");
    }

    @Test
    void what_is_ticked_is_given_together() throws Exception {
        var one = sent("XD-1", emergency(), "maren").reference();
        var two = sent("XD-1", emergency(), "maren").reference();
        assertThat(redirected(
                        "duty-officer",
                        post("/requests/owner")
                                .param("request", one, two)
                                .param("owner", "okell")
                                .param("back", "/requests?view=ALL_OPEN&owner=-")))
                .isEqualTo("/requests?view=ALL_OPEN&owner=-");
        assertThat(List.of(owner(one), owner(two))).containsOnly("okell");
        assertThat(redirected(
                        "duty-officer",
                        post("/requests/owner")
                                .param("request", one, two)
                                .param("owner", "-")
                                .param("back", "//elsewhere.example/")))
                .isEqualTo("/desk");
        assertThat(requests.find(one).orElseThrow().owner()).isNull();
    }

    @Test
    void it_is_said_to_whom_and_all_of_a_page_are_ticked_in_one_press() throws Exception {
        var one = sent("XD-1", emergency(), "maren").reference();
        var said = web.perform(post("/requests/owner")
                        .param("request", one)
                        .param("owner", "okell")
                        .cookie(seat("duty-officer"))
                        .with(csrf()))
                .andReturn()
                .getFlashMap()
                .get("flash");
        assertThat(said)
                .isEqualTo(Flash.done(
                        "desk.gave", "n", "1", "name", official("okell").name()));
        var list = "/requests?q=" + one;
        assertThat(page("duty-officer", list, "en"))
                .contains("tick=all#give", "Tick all on this page")
                .doesNotContain("value=\"" + one + "\" checked");
        assertThat(page("duty-officer", list + "&tick=all", "en"))
                .contains("value=\"" + one + "\" checked", "Tick none");
    }

    /** As a table for paper, and for a spreadsheet, in which no words become a formula. */
    @Test
    void what_is_ticked_is_printed_or_saved_and_each_that_is_saved_is_on_record() throws Exception {
        var one = sent("XD-1", emergency(), "maren").reference();
        var two = sent("XD-1", emergency(), "maren").reference();
        var left = sent("XD-1", emergency(), "maren").reference();
        given.give(List.of(one), "okell", official("maren"));
        db.sql("update cooperation.request set our_case = '=1+1' where reference = :one")
                .param("one", one)
                .update();

        var list = "/requests?q=" + one;
        assertThat(page("duty-officer", list, "en"))
                .contains("formaction=\"/requests/ticked\"", "formaction=\"/requests/ticked.csv\"");
        var printed = answered(
                200,
                "duty-officer",
                post("/requests/ticked").param("request", one, two).param("back", list));
        assertThat(printed)
                .contains(one, two, official("okell").name(), "href=\"" + list + "\"", "2 requests.")
                .doesNotContain(left);
        assertThat(recorded("request.exported", one)).isZero();

        var csv = answered(200, "duty-officer", post("/requests/ticked.csv").param("request", one, two));
        assertThat(csv.lines()).hasSize(3);
        assertThat(csv)
                .contains(one, two, official("okell").name(), "'=1+1")
                .doesNotContain(left)
                .doesNotContain(",=1+1");
        assertThat(recorded("request.exported", one)).isOne();
        assertThat(recorded("request.exported", left)).isZero();
        for (var duty : List.of("custodian", "oversight", "magistrate", "administrator")) {
            answered(403, duty, post("/requests/ticked.csv").param("request", one));
        }
        var from = "http://localhost" + list;
        var refused = post("/requests/ticked.csv").header("Referer", from).param("request", one, "XA-2026-999999");
        assertThat(redirected("duty-officer", refused)).startsWith(list);
        assertThat(page("duty-officer", list, "en")).contains("f-request-problem");
    }

    /** The list comes back as it was, with its ticks and what is wrong beside the field. */
    @Test
    void of_what_cannot_all_be_given_nothing_is() throws Exception {
        var one = sent("XD-1", emergency(), "maren").reference();
        var list = "/requests?q=" + one;
        assertThat(refusedIn(list, List.of(one), "brandel"))
                .contains("f-owner-problem", "value=\"" + one + "\" checked", "This officer cannot have all of them");
        assertThat(refusedIn(list, List.of(one), "")).contains("f-owner-problem", "Choose to whom.");
        assertThat(refusedIn(list, List.of(one, "XA-2026-999999"), "okell")).contains("f-request-problem");
        assertThat(refusedIn(list, List.of(), "okell")).contains("f-request-problem", "No request is ticked");
        var many = IntStream.rangeClosed(0, GivenRequests.MOST)
                .mapToObj(it -> "XA-2026-" + it)
                .toList();
        assertThat(refusedIn(list, many, "okell")).contains("More than 50 requests are ticked");
        assertThat(requests.find(one).orElseThrow().owner()).isNull();
        for (var duty : List.of("custodian", "oversight", "magistrate", "administrator")) {
            answered(403, duty, post("/requests/owner").param("request", one).param("owner", "okell"));
        }
        assertThat(page("oversight", list, "en")).doesNotContain("id=\"give\"", "form=\"give\"");
    }

    @Test
    void what_is_more_than_fifty_is_said_to_be_more_and_is_one_press_away() throws Exception {
        var arrived = new Arrived(Channel.MAIL, LocalDate.now(ZoneOffset.UTC).minusDays(1), "", "", null);
        var all = IntStream.rangeClosed(0, GivenRequests.MOST)
                .mapToObj(_ ->
                        correspondence.recordRequest("preservation/1", "XD-1", ordinary(), arrived, official("maren")))
                .toList();
        given.give(all.subList(0, GivenRequests.MOST), "okell", official("maren"));
        given.give(List.of(all.getLast()), "okell", official("maren"));
        try {
            assertThat(page("lawyer", "/desk", "en"))
                    .contains(all.getLast(), ">50+</span>", "<a href=\"/desk?view=MINE\">See all of yours</a>");
            assertThat(page("lawyer", "/desk", "ar")).contains("href=\"/desk?view=MINE\"");
        } finally {
            given.give(all.subList(0, GivenRequests.MOST), GivenRequests.NOBODY, official("maren"));
            given.give(List.of(all.getLast()), GivenRequests.NOBODY, official("maren"));
        }
        assertThat(page("lawyer", "/desk", "en")).doesNotContain("See all of yours");
    }

    private String refusedIn(String list, List<String> ticked, String owner) throws Exception {
        var form = post("/requests/owner")
                .header("Referer", "http://localhost" + list)
                .param("owner", owner);
        ticked.forEach(it -> form.param("request", it));
        var leads = redirected("duty-officer", form);
        assertThat(leads).startsWith(list + "#f-");
        return page("duty-officer", list, "en");
    }

    private String owner(String reference) {
        return String.valueOf(requests.find(reference).orElseThrow().owner());
    }

    private int recorded(String action, String reference) {
        var thread = requests.find(reference).orElseThrow().thread();
        return (int) ledger.lines(thread, null, 50).stream()
                .filter(it -> it.what().equals(action))
                .count();
    }
}
