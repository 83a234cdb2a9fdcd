package org.comity.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.comity.directory.EntryVersions;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.ui.LiveRights;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;

/** What officers share at one desk: the list in its order and language, views, the note at the end of a shift. */
class DutyDeskTest extends Officers {

    @Autowired
    private Clock clock;

    @Autowired
    private ObjectProvider<LiveRights> live;

    @Autowired
    private EntryVersions entries;

    @Autowired
    private JdbcClient db;

    @Test
    void a_shift_is_handed_over_in_writing_and_another_officer_takes_over_once() throws Exception {
        var reference = sent("XD-1", emergency(), "maren").reference();
        var row = requests.find(reference).orElseThrow();
        assertThat(page("duty-officer", "/desk/handover", "ar")).contains("تسليم المناوبة", "dir=\"rtl\"");
        var once = token();
        var press =
                post("/desk/handover").param("once", once).param("words", "Dorvane calls back at 03:00.\nRing Ferro.");
        var note = redirected("duty-officer", press);
        assertThat(redirected("duty-officer", press)).isEqualTo(note);

        assertThat(page("duty-officer", note, "en"))
                .contains("Dorvane calls back at 03:00.", "You wrote this note")
                .containsPattern(row.reference() + "(?s:.{0,900})<span class=\"small\" dir=\"auto\">"
                        + Pattern.quote(row.subject("en")) + "</span>")
                .contains("The shift in figures", "Requests arrived", "What the next shift must watch")
                .doesNotContain("More calls wait than are named here.");
        assertThat(page("duty-officer", note, "ar")).contains("dir=\"auto\">" + row.subject("ar") + "</span>");
        answered(403, "duty-officer", post(note + "/taken").param("read", "promises", "watch"));
        assertThat(page("second-officer", "/desk", "en")).contains("handed over the shift", note);
        assertThat(answered(200, "second-officer", post(note + "/taken")))
                .contains("Tick each part when you have read it.", "I have read it and take over");
        redirected("second-officer", post(note + "/taken").param("read", "promises", "watch"));

        assertThat(page("duty-officer", note, "en")).contains("Taken over by R. Tolva");
        answered(409, "lawyer", post(note + "/taken").param("read", "promises", "watch"));
        assertThat(page("duty-officer", "/desk", "en")).doesNotContain(note);
        assertThat(code("custodian", "/desk/handover")).isEqualTo(403);
        assertThat(row.turn()).isNotNull();
        assertThat(answered(
                        200,
                        "duty-officer",
                        post("/desk/handover").param("once", token()).param("words", "x".repeat(4001))))
                .contains("At most 4,000 characters.");
    }

    @Test
    void a_note_that_nobody_took_over_stays_on_the_desk_whatever_is_written_after_it() throws Exception {
        var older = note("duty-officer", "Ring Ferro at ten.");
        var newer = note("lawyer", "The printer is out of paper.");
        assertThat(page("second-officer", "/desk", "en")).contains(link(older), link(newer));
        redirected("second-officer", post(newer + "/taken").param("read", "promises", "watch"));

        assertThat(page("second-officer", "/desk", "en")).contains(link(older)).doesNotContain(link(newer));
        redirected("second-officer", post(older + "/taken").param("read", "promises", "watch"));
        assertThat(page("second-officer", "/desk", "en")).doesNotContain(link(older));
    }

    private static String link(String path) {
        return "href=\"" + path + "\"";
    }

    private String note(String chair, String words) throws Exception {
        return redirected(chair, post("/desk/handover").param("once", token()).param("words", words));
    }

    @Test
    void whose_a_request_is_stands_on_it_by_name() throws Exception {
        var request = "/requests/" + sent("XD-1", emergency(), "maren").reference();
        redirected("duty-officer", post(request + "/owner").param("owner", "me"));

        assertThat(page("second-officer", request, "en"))
                .contains("<bdi>" + official("maren").name() + "</bdi>")
                .doesNotContain("<bdi>maren</bdi>");
    }

    @Test
    void views_are_saved_by_name_shared_and_removed_by_who_saved_them() throws Exception {
        var saved = redirected(
                "duty-officer",
                post("/desk/views")
                        .param("name", "Dorvane by letter")
                        .param("shared", "yes")
                        .param("view", "ALL_OPEN")
                        .param("channel", "MAIL")
                        .param("state", "Dor & vane")
                        .param("order", "NEWEST"));
        assertThat(saved).startsWith("/desk?view=ALL_OPEN&channel=MAIL&state=Dor+%26+vane&order=NEWEST");
        redirected("duty-officer", post("/desk/views").param("name", "Mine").param("view", "MINE"));
        answered(409, "duty-officer", post("/desk/views").param("name", " ").param("view", "MINE"));

        assertThat(page("duty-officer", "/desk", "en")).contains("Dorvane by letter", ">Mine</a>");
        var others = page("second-officer", "/desk", "ar");
        assertThat(others).contains("Dorvane by letter").doesNotContain(">Mine</a>", "/remove\"");
        var id = page("duty-officer", "/desk", "en").replaceAll("(?s).*/desk/views/([0-9]+)/remove.*", "$1");
        answered(404, "second-officer", post("/desk/views/" + id + "/remove"));
        redirected("duty-officer", post("/desk/views/" + id + "/remove"));
    }

    @Test
    void who_may_open_no_request_reads_no_list_of_them_whatever_duties_are_held() throws Exception {
        var reference = sent("XD-1", emergency(), "maren").reference();
        db.sql(
                        "insert into identity.person (id, name, pseudonym, handle, duties, created_at) values ('orvel', 'P. Orvel', 'XA-1/o-orvel', 'orvel', '{ADMINISTRATOR,MAGISTRATE}', now())")
                .update();
        for (var path : List.of("/desk", "/desk?view=ALL_OPEN", "/requests", "/requests?q=" + reference)) {
            var answer = web.perform(get(path).with(user("orvel"))).andReturn().getResponse();
            assertThat(answer.getRedirectedUrl()).as(path).isEqualTo("/orders");
            assertThat(answer.getContentAsString()).doesNotContain(reference);
        }
        assertThat(page("custodian", "/requests?q=" + reference, "en")).contains(reference);
    }

    @Test
    void the_list_goes_on_in_its_order_page_after_page() {
        for (int i = 0; i < 3; i++) {
            sent("XD-1", emergency(), "maren");
        }
        for (var order : Requests.Order.values()) {
            var filter = Requests.Filter.of(Requests.View.ALL, clock.instant());
            var whole = requests.list(filter, order, null, 50).rows();
            var first = requests.list(filter, order, null, 2);
            var second = requests.list(filter, order, first.cursor(), 1);
            assertThat(first.rows()).as(order.name()).isEqualTo(whole.subList(0, 2));
            assertThat(second.rows()).as(order.name()).isEqualTo(whole.subList(2, 3));
        }
        var newest = requests.list(
                        Requests.Filter.of(Requests.View.ALL, clock.instant()), Requests.Order.NEWEST, null, 50)
                .rows();
        assertThat(newest).extracting(RequestRow::openedAt).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void who_only_reads_presses_nothing_that_is_the_desks() throws Exception {
        var reference = sent("XD-1", emergency(), "maren").reference();
        var draft = submittable();
        var file = new MockMultipartFile("file", "planted.pdf", "application/pdf", new byte[] {1});
        for (var duty : List.of("custodian", "oversight", "magistrate", "administrator")) {
            answered(403, duty, multipart("/drafts/" + draft + "/files").file(file));
            answered(403, duty, post("/drafts/" + draft + "/files/remove").param("name", "order.pdf"));
            answered(403, duty, post("/requests/" + reference + "/owner").param("owner", "me"));
            answered(403, duty, post("/requests/" + reference + "/noticed"));
            answered(403, duty, post("/requests/" + reference + "/file").param("kind", "PASSED_ON"));
        }
        for (var duty : List.of("custodian", "oversight", "magistrate")) {
            answered(409, duty, post("/directory/XD-1/phone-tested"));
            answered(
                    409,
                    duty,
                    post("/directory/warnings/settle")
                            .param("code", "list-fork")
                            .param("subject", "XB-1"));
        }
        assertThat(entries.phoneTestedAt("XD-1")).isEmpty();
        assertThat(drafts.get(draft).files()).extracting(it -> it.name()).containsExactly("order.pdf");
        assertThat(requests.find(reference).orElseThrow().owner()).isNull();
        assertThat(page("oversight", "/requests/" + reference, "en")).doesNotContain("/owner\"", "/noticed\"");
    }

    private String submittable() {
        var maren = official("maren");
        var draft = drafts.start("preservation/1", "request", Role.REQUESTING, "XD-1", null, emergency(), maren);
        drafts.attach(draft.id(), "order.pdf", "application/pdf", new byte[] {1, 2}, maren);
        return draft.id();
    }

    @Test
    void that_something_changed_in_a_case_learns_who_may_read_it() {
        assertThat(may(official("maren"), "requests", "XA-2026-000001")).isTrue();
        assertThat(may(official("sorane"), "requests", "XA-2026-000001")).isFalse();
        assertThat(may(official("brandel"), "transfers", "a")).isFalse();
    }

    @Test
    void the_list_speaks_the_readers_language() throws Exception {
        var row = requests.find(sent("XD-1", emergency(), "maren").reference()).orElseThrow();

        assertThat(row.subjects()).containsKeys("en", "ar");
        assertThat(row.subject("ar")).isNotEqualTo(row.subject("en")).containsPattern("[\u0600-\u06ff]");
        assertThat(page("duty-officer", "/requests?q=" + row.reference(), "ar")).contains(row.subject("ar"));
    }

    /** As the hub asks: every room that has a say must let. */
    private boolean may(Official who, String what, String id) {
        return live.stream().allMatch(it -> it.readers(what, id).test(who));
    }
}
