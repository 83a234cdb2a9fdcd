package org.comity.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.comity.identity.Approvals.Proof;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.ui.Flash;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Role;
import org.comity.vocabulary.RuleBroken;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/** What goes to a State without a node, and what comes from it, in the browser and in the database. */
class PaperTest extends PaperPages {

    @Autowired
    private WritingLetters writing;

    @Autowired
    private ForgettingTranslations forgetting;

    private static final String MAIL = """
            From: greffe@xd.example
            Date: Mon, 9 Mar 2026 10:00:00 +0100
            Subject: Preservation

            Our reference: MJ/771-26
            Please preserve data of lena@mail.example and 192.0.2.7 2026-03-01 10:15:00 +01:00
            from 1 Feb 2026 to 5 Mar 2026 for 90 days. This request is confidential.
            """;

    @Test
    void a_pasted_mail_is_read_checked_and_recorded_once() throws Exception {
        var draft = read(MAIL);

        assertThat(page(draft, "en"))
                .contains("value=\"MJ/771-26\"", "value=\"2026-02-01\"", "value=\"2026-03-05\"", "value=\"2026-03-09\"")
                .contains("lena@mail.example", "192.0.2.7 2026-03-01 10:15:00 +01:00", "Read by a machine");
        assertThat(page(draft, "ar")).contains("dir=\"rtl\"", "قرأته آلة");

        var form = latest(draft)
                .param("then", "record")
                .param("cameBy", "mail")
                .param("cameDay", "2026-03-09")
                .param("letterReference", "MJ/771-26")
                .param("authority", "Ministry of Justice of Dorvane")
                .param("ourCase", "MJ/771-26")
                .param("facts", "Please preserve")
                .param("identifiers", "lena@mail.example");
        assertThat(body(form)).contains("Compare it with the original first", "Ministry of Justice of Dorvane");

        var done = location(form.param("checked", "yes"));
        assertThat(location(form)).isEqualTo(done);

        var row = row(done);
        assertThat(row.channel()).isEqualTo(Channel.MAIL);
        assertThat(row.ourRole()).isEqualTo(Role.REQUESTED);
        assertThat(row.theirCase()).isEqualTo("MJ/771-26");
        assertThat(threads.newest(row.thread())).hasSize(1);
        assertThat(threads.newest(row.thread()).getFirst().envelope().attachments())
                .hasSize(1);
        // Nobody wrote down the hour, and its seal is ours.
        for (var seen : List.of(done, done + "/record")) {
            assertThat(page(seen, "en"))
                    .as(seen)
                    .contains("Dated 9 Mar 2026", "Registered <time", "they did not sign this")
                    .doesNotContain("9 Mar 12:00", "9 Mar 2026 12:00", "Signature verified");
        }
        assertThat(page(done, "en")).contains("recorded by us");
        assertThat(page(done + "/record", "en"))
                .contains("by the word of its keeper alone")
                .doesNotContain("Everything checked holds");
        assertThat(page(done + "/record", "ar")).contains("بكلمة ماسكه وحدها");

        // Another authority uses the same number: what was recorded is still found, and no other.
        var other = requests.find(pastRequest("N-0")).orElseThrow();
        named(other.thread(), row.reference(), "XA-2");
        try {
            assertThat(location(form)).isEqualTo("/requests/XA-1/" + row.reference());
        } finally {
            named(other.thread(), other.reference(), "XA-1");
        }
    }

    @Test
    void what_two_officers_write_of_one_letter_is_not_saved_over_each_other() throws Exception {
        var draft = read("Please keep the data of lena4@mail.example. Our reference: MJ/774-26");
        location(post(draft)
                .param("then", "save")
                .param("version", "1")
                .param("authority", "Ministry of Justice of Dorvane"));

        var second = post(draft)
                .param("then", "record")
                .param("checked", "yes")
                .param("version", "1")
                .param("authority", "Court of Dorvane");
        assertThat(body(second))
                .contains("Somebody else saved this draft", "Court of Dorvane", "name=\"version\" value=\"2\"");
        refused(409, post(draft).param("then", "discard").param("version", "1"));

        assertThat(page(draft, "en")).contains("Ministry of Justice of Dorvane").doesNotContain("Court of Dorvane");
        location(latest(draft).param("then", "save").param("authority", "Court of Dorvane"));
        assertThat(page(draft, "en")).contains("Court of Dorvane");
    }

    /** Whoever wrote little said little: nothing is begun for another State as it is for us. */
    @Test
    void what_a_letter_does_not_say_its_act_does_not_say_and_a_reversed_period_is_none() throws Exception {
        var draft = read("Please keep the data of lena2@mail.example. Our reference: MJ/772-26");
        var form = latest(draft)
                .param("then", "record")
                .param("checked", "yes")
                .param("cameBy", "mail")
                .param("cameDay", "2026-03-09")
                .param("letterReference", "MJ/772-26")
                .param("instrument", "uncc")
                .param("authority", "Ministry of Justice of Dorvane")
                .param("ourCase", "MJ/772-26")
                .param("facts", "Please keep")
                .param("identifiers", "lena2@mail.example")
                .param("daysAsked", "")
                .param("from", "2026-02-20");
        assertThat(body(form.param("until", "2026-02-01")))
                .contains("The period ends before it begins")
                .contains("value=\"2026-02-20\"", "value=\"2026-02-01\"");

        var done = location(latest(draft)
                .param("then", "record")
                .param("checked", "yes")
                .param("cameBy", "mail")
                .param("cameDay", "2026-03-09")
                .param("letterReference", "MJ/772-26")
                .param("instrument", "uncc")
                .param("authority", "Ministry of Justice of Dorvane")
                .param("ourCase", "MJ/772-26")
                .param("facts", "Please keep")
                .param("identifiers", "lena2@mail.example")
                .param("daysAsked", "")
                .param("from", "2026-02-20"));

        var body = threads.newest(row(done).thread()).getFirst().body();
        assertThat(body).containsEntry("stage", "").doesNotContainKey("daysAsked");
        assertThat(page(done, "en")).doesNotContain("Investigation", "60 days");
    }

    private void named(String thread, String reference, String author) {
        db.sql("update cooperation.request set reference = :reference, author = :author where thread = :thread")
                .param("reference", reference)
                .param("author", author)
                .param("thread", thread)
                .update();
    }

    @Test
    void nothing_is_read_from_nobody_or_a_state_with_a_node() throws Exception {
        var sent = multipart("/paper/new")
                .param("counterpart", "XB-1")
                .param("cameBy", "mail")
                .param("text", "typed words");

        assertThat(body(sent)).contains("Choose a State without a node.", "typed words");
    }

    @Test
    void the_list_of_what_is_missing_names_each_field() throws Exception {
        assertThat(body(multipart("/paper/new").param("counterpart", "XD-1")))
                .contains(
                        "<a href=\"#f-cameBy\">How it came: This is needed.</a>",
                        "<a href=\"#f-text\">The letter or mail, or what was said: This is needed.</a>");
    }

    @Test
    void a_day_to_come_is_refused_where_it_is_typed_and_a_scan_needs_no_words() throws Exception {
        var tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(3).toString();
        assertThat(body(multipart("/paper/new")
                        .param("counterpart", "XD-1")
                        .param("cameBy", "bag")
                        .param("cameDay", tomorrow)
                        .param("text", "words")))
                .contains("This day has not come yet.");
        var scan = new MockMultipartFile("scan", "letter.pdf", "application/pdf", "%PDF-1.7 scan".getBytes());
        var draft = location(
                multipart("/paper/new").file(scan).param("counterpart", "XD-1").param("cameBy", "bag"));
        assertThat(draft).startsWith("/paper/p");
        location(multipart(draft).param("then", "discard").param("version", "1"));
    }

    @Test
    void what_came_is_recorded_as_the_others_step_and_a_double_press_makes_one_act() throws Exception {
        var reference = pastRequest("N-1");
        var url = "/requests/" + reference + "/record-act";
        assertThat(page(url, "en")).contains("Received the request", "Reports the data as preserved");
        assertThat(page(url + "?type=report-preserved", "ar")).contains("dir=\"rtl\"", "name=\"until.date\"");

        var lacking = multipart(url)
                .param("type", "acknowledge")
                .param("once", token())
                .param("text", "we have it");
        assertThat(body(lacking)).contains("This is needed.", "we have it");

        var scan = new MockMultipartFile("scan", "any name.exe", "x/y", "%PDF-1.7 scan".getBytes());
        var came = multipart(url)
                .file(scan)
                .param("type", "acknowledge")
                .param("once", token())
                .param("cameBy", "phone")
                .param("cameDay", "2026-03-10")
                .param("letterReference", "MJ/5521-26")
                .param("checked", "yes")
                .param("text", "");
        location(came);
        location(came);

        var row = requests.find(reference).orElseThrow();
        var acts = threads.newest(row.thread());
        assertThat(acts).hasSize(2);
        assertThat(acts.getLast().envelope().facts()).containsEntry("recorded", "phone");
        assertThat(acts.getLast().envelope().role()).isEqualTo("requested");
        assertThat(acts.getLast().envelope().attachments().getFirst().name()).isEqualTo("scan.pdf");
        assertThat(row.state()).isEqualTo("Received");
        assertThat(page("/requests/" + reference, "en")).contains("recorded by us", "Phone");
        assertThat(threads.foldsAgain(row.thread())).isTrue();
    }

    /** The directory says now who has a node; the thread says who holds it. */
    @Test
    void a_call_keeps_its_hour() throws Exception {
        var reference = pastRequest("H-1");
        var url = "/requests/" + reference + "/record-act";
        var call = multipart(url)
                .param("type", "acknowledge")
                .param("cameBy", "phone")
                .param("cameDay", "2026-03-10")
                .param("text", "");
        assertThat(body(call.param("once", token()).param("cameTime", "late")))
                .contains("Write the hour and the minute, such as 21:04.", "value=\"late\"");

        location(multipart(url)
                .param("type", "acknowledge")
                .param("once", token())
                .param("cameBy", "phone")
                .param("cameDay", "2026-03-10")
                .param("cameTime", "21:04")
                .param("checked", "yes")
                .param("text", ""));

        var thread = requests.find(reference).orElseThrow().thread();
        assertThat(threads.newest(thread).getLast().envelope().time()).isEqualTo("2026-03-10T21:04:00Z");
    }

    @Test
    void what_came_from_a_state_that_gave_up_its_node_is_recorded_where_the_register_is_ours() throws Exception {
        var row = requests.find(pastRequest("P-1")).orElseThrow();
        var url = "/requests/" + row.reference() + "/record-act";
        db.sql("update thread.thread set by_wire = true where id = :id")
                .param("id", row.thread())
                .update();
        location(multipart(url)
                .param("type", "acknowledge")
                .param("once", token())
                .param("cameBy", "phone")
                .param("cameDay", "2026-03-10")
                .param("checked", "yes")
                .param("text", ""));
        assertThat(threads.newest(row.thread())).hasSize(2);

        db.sql("update thread.thread set we_keep = false where id = :id")
                .param("id", row.thread())
                .update();
        assertThat(answered(409, "duty-officer", get(url)))
                .contains("the register of this request was on its node", "name the reference of this one");
    }

    @Test
    void what_began_on_paper_is_not_sent_to_a_node_that_stands_since() {
        var before = sent("XB-1", ordinary(), "tolva");
        db.sql("update thread.thread set by_wire = false, we_keep = true where id = :id")
                .param("id", before.thread())
                .update();
        var maren = official("maren");
        var draft = drafts.start(
                "preservation/1", "withdraw", Role.REQUESTING, "XB-1", before.thread(), Map.of("text", "no"), maren);
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> drafts.submit(draft.id(), draft.version(), maren))
                .satisfies(it -> assertThat(it.code()).isEqualTo("draft.thread-not-there"));
    }

    @Test
    void a_step_that_would_have_no_effect_or_a_file_that_is_no_scan_is_refused_and_nothing_is_kept() throws Exception {
        var reference = pastRequest("N-2");
        var url = "/requests/" + reference + "/record-act";
        var thread = requests.find(reference).orElseThrow().thread();

        refused(
                409,
                multipart(url)
                        .param("type", "release")
                        .param("once", token())
                        .param("cameBy", "mail")
                        .param("cameDay", "2026-03-10"));
        assertThat(body(multipart(url)
                        .file(new MockMultipartFile("scan", "x.pdf", "application/pdf", "MZ".getBytes()))
                        .param("type", "acknowledge")
                        .param("once", token())
                        .param("cameBy", "mail")
                        .param("cameDay", "2026-03-10")))
                .contains("This is not a file that can be read here.", "value=\"2026-03-10\"");

        assertThat(threads.newest(thread)).hasSize(1);
    }

    @Test
    void only_a_letter_of_ours_can_have_left() throws Exception {
        var reference = pastRequest("N-8");
        var url = "/requests/" + reference;
        location(multipart(url + "/record-act")
                .param("type", "acknowledge")
                .param("once", token())
                .param("cameBy", "phone")
                .param("cameDay", "2026-03-10")
                .param("checked", "yes")
                .param("text", ""));
        var acts = threads.newest(requests.find(reference).orElseThrow().thread());
        assertThat(acts).hasSize(2);
        db.sql("delete from cooperation.dispatch where thread = :thread")
                .param("thread", acts.getFirst().thread())
                .update();
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
        for (var act : List.of(acts.getFirst().id(), acts.getLast().id(), "nothing")) {
            refused(
                    404,
                    post(url + "/letter/sent")
                            .param("act", act)
                            .param("cameBy", "bag")
                            .param("cameDay", today));
        }
        var thread = asked();
        refused(
                404,
                post(thread + "/letter/sent")
                        .param("act", "nothing")
                        .param("cameBy", "bag")
                        .param("cameDay", today));
    }

    @Test
    void the_letters_way_is_written_down_once() throws Exception {
        var reference = pastRequest("N-3");
        var url = "/requests/" + reference + "/letter";
        var sent = post(url + "/sent")
                .param("what", "reminder")
                .param("cameBy", "bag")
                .param("letterReference", "118/2026");
        assertThat(body(sent)).contains("This is needed.", "118/2026");

        location(sent.param("cameDay", "2026-03-13"));
        location(sent);

        assertThat(Pattern.compile("Reminder sent by bag")
                        .matcher(page(url, "en"))
                        .results())
                .hasSize(1);
        assertThat(page(url, "ar")).contains("dir=\"rtl\"", "118/2026");
        assertThat(bytes(url + "/reminder.pdf")).startsWith("%PDF".getBytes());
        assertThat(bytes(url + "/reminder.docx")).startsWith("PK".getBytes());
    }

    @Test
    void the_tray_writes_an_answer_to_paste_and_a_scan() throws Exception {
        var reference = pastRequest("N-4");

        // Others' requests of this run may fill the list; what is asked for is there all the same.
        assertThat(page("/practice/tray/XD-1?reference=" + reference, "en")).contains(reference);
        assertThat(page("/practice/tray?answer=acknowledge&words=Thank%20you&reference=" + reference, "en"))
                .contains("Your reference: " + reference, "Received the request. Thank you");
        assertThat(bytes("/practice/tray/scan.pdf?answer=ask&reference=" + reference))
                .startsWith("%PDF".getBytes());
    }

    @Test
    void our_request_goes_out_as_a_finished_letter_in_two_languages_and_the_list_shows_its_channel() throws Exception {
        var draft = drafts.start(
                "preservation/1", "request", Role.REQUESTING, "XD-1", null, emergency(), official("maren"));
        assertThat(page("/drafts/" + draft.id() + "/preview", "en")).contains("How the letter goes");

        location(post("/drafts/" + draft.id() + "/submit").param("version", "1").param("channel", "bag"));
        var thread = location(post("/drafts/" + draft.id() + "/approve").param("method", "practice"));

        var row = row(thread);
        var act = threads.newest(row.thread()).getFirst();
        assertThat(row.channel()).isEqualTo(Channel.BAG);
        assertThat(row.state()).isEqualTo("Requested");
        assertThat(act.envelope().facts()).containsEntry("channel", "bag").doesNotContainKey("recorded");
        assertThat(page(thread, "en")).contains(thread + "/letter").doesNotContain("recorded by us</span>");
        assertThat(page(thread + "/letter", "en")).contains("Français", "English", "letter.pdf?act=" + act.id());
        assertThat(bytes(thread + "/letter/letter.pdf?act=" + act.id())).startsWith("%PDF".getBytes());
        assertThat(bytes(thread + "/letter/letter.docx?act=" + act.id())).startsWith("PK".getBytes());
    }

    @Test
    void a_letter_is_ready_then_posted_then_received_and_nothing_is_answered_before() throws Exception {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
        var thread = asked();
        var reference = thread.substring("/requests/".length());
        var act = threads.newest(row(thread).thread()).getFirst().id();
        assertThat(row(thread).toPost()).isTrue();
        assertThat(listed(Requests.View.OURS_TO_ACT, reference)).isTrue();
        assertThat(listed(Requests.View.WAITING, reference)).isFalse();
        assertThat(page(thread, "en"))
                .contains("Letter ready", "Post the letter", "cannot have answered")
                .doesNotContain(">Received<");
        assertThat(page(thread, "ar")).contains("الخطاب جاهز", "إرسال الخطاب");
        assertThat(page("/desk?q=" + reference, "en")).contains("Post the letter");
        assertThat(page(thread + "/letter", "en"))
                .doesNotContain("reminder.pdf", "<option value=\"mail\" selected>")
                .contains("once it was posted");
        refused(409, get(thread + "/letter/reminder.pdf"));
        refused(409, recorded(thread, "acknowledge", today));

        var sent = post(thread + "/letter/sent")
                .param("act", act)
                .param("cameBy", "bag")
                .param("letterReference", "118");
        assertThat(body(sent.param("cameDay", "2026-01-02"))).contains("before the letter was written");
        location(post(thread + "/letter/sent")
                .param("act", act)
                .param("cameBy", "bag")
                .param("letterReference", "118")
                .param("cameDay", today));

        assertThat(row(thread).shown()).isEqualTo("Posted");
        assertThat(listed(Requests.View.WAITING, reference)).isTrue();
        assertThat(page(thread, "en")).contains("Posted, bag", "118", "I. Maren", "Receipt not confirmed yet");
        assertThat(withoutOthers(page(thread, "en"))).doesNotContain("Letter ready");
        assertThat(page("/desk?view=WAITING&q=" + reference, "en")).contains("Posted, bag");
        assertThat(page("/reporting/register", "en")).contains("Posted, bag");
        assertThat(page(thread + "/letter", "ar"))
                .contains("أكّدوا وصوله", "reminder.pdf", "<option value=\"bag\">")
                .doesNotContain("<option value=\"bag\" selected>");
        assertThat(body(recorded(thread, "acknowledge", "2026-01-02"))).contains("before our letter left");

        location(recorded(thread, "acknowledge", today));
        assertThat(row(thread).state()).isEqualTo("Received");
        assertThat(page(thread, "en"))
                .contains("Acknowledged", "Received:")
                .doesNotContain("Receipt not confirmed yet");
    }

    @Test
    void a_receipt_says_that_the_letter_came_and_no_earlier_than_it_left() throws Exception {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
        var thread = asked();
        var act = threads.newest(row(thread).thread()).getFirst().id();
        refused(409, post(thread + "/letter/received").param("act", act).param("receivedDay", today));
        location(post(thread + "/letter/sent")
                .param("act", act)
                .param("cameBy", "mail")
                .param("cameDay", today));
        var early = post(thread + "/letter/received").param("act", act).param("receivedDay", "2026-01-02");
        assertThat(body(early)).contains("before our letter left");

        location(post(thread + "/letter/received").param("act", act).param("receivedDay", today));

        assertThat(row(thread).shown()).isEqualTo("Requested");
        assertThat(page(thread, "en")).contains("Received:", "Receipt of our letter confirmed");
    }

    /** The earliest and the latest day on which something of this hour can have left: somewhere it is that day. */
    private LocalDate day(int offset) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(offset));
    }

    @Test
    void a_wrong_day_of_posting_is_corrected_until_an_answer_rests_on_it() throws Exception {
        var early = day(-12).toString();
        var thread = asked();
        var act = threads.newest(row(thread).thread()).getFirst().id();
        var sent = post(thread + "/letter/sent").param("act", act).param("cameBy", "bag");
        location(sent.param("cameDay", day(14).toString()));
        assertThat(body(recorded(thread, "acknowledge", early))).contains("before our letter left");

        location(post(thread + "/letter/sent")
                .param("act", act)
                .param("cameBy", "bag")
                .param("cameDay", early));
        assertThat(row(thread).dispatch().day()).as("the first way counts").isEqualTo(day(14));

        var correct = thread + "/letter/correct";
        assertThat(page(thread + "/letter", "en")).contains("letter/correct?act=" + act, "Correct how it left");
        assertThat(page(correct + "?act=" + act, "en")).contains("value=\"" + day(14) + "\"", "It has not left");
        assertThat(page(correct + "?act=" + act, "ar")).contains("dir=\"rtl\"");
        assertThat(body(post(correct)
                        .param("act", act)
                        .param("cameBy", "mail")
                        .param("cameDay", early)
                        .param("receivedDay", "2026-01-02")
                        .param("why", " ")))
                .contains("id=\"f-why-problem\"", "id=\"f-receivedDay-problem\"", "before our letter left");
        location(post(correct)
                .param("act", act)
                .param("cameBy", "mail")
                .param("cameDay", early)
                .param("why", "The bag was missed"));

        refused(
                404,
                post(correct)
                        .param("act", act)
                        .param("then", "not-lost")
                        .param("cameBy", "bag")
                        .param("cameDay", early)
                        .param("why", "No such button"));

        assertThat(row(thread).dispatch().day()).hasToString(early);
        assertThat(row(thread).dispatch().channel()).isEqualTo(Channel.MAIL);
        assertThat(page(thread + "/letter", "en")).contains("Letter sent by e-mail");
        assertThat(page(thread, "en")).contains("The bag was missed", "It stood: bag, " + day(14));
        location(recorded(thread, "acknowledge", early));
        assertThat(page(correct + "?act=" + act, "en")).contains("rests on it").doesNotContain("f-why");
        assertThat(answered(
                        409,
                        "duty-officer",
                        post(correct)
                                .param("act", act)
                                .param("cameBy", "bag")
                                .param("cameDay", day(14).toString())
                                .param("why", "again")))
                .contains("It stands as posted on");
        assertThat(row(thread).dispatch().day()).hasToString(early);
    }

    @Test
    void a_letter_marked_by_mistake_waits_again() throws Exception {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
        var thread = asked();
        var act = threads.newest(row(thread).thread()).getFirst().id();
        location(post(thread + "/letter/sent")
                .param("act", act)
                .param("cameBy", "bag")
                .param("cameDay", today));
        location(post(thread + "/letter/received").param("act", act).param("receivedDay", today));

        location(post(thread + "/letter/correct")
                .param("act", act)
                .param("then", "not-left")
                .param("why", "Another bag"));

        assertThat(row(thread).toPost()).isTrue();
        assertThat(page(thread + "/letter", "en")).doesNotContain("Letter sent by bag", "Received:");
    }

    @Test
    void a_second_day_of_posting_is_told_to_change_nothing() throws Exception {
        var thread = asked();
        var act = threads.newest(row(thread).thread()).getFirst().id();
        location(post(thread + "/letter/sent")
                .param("act", act)
                .param("cameBy", "bag")
                .param("cameDay", day(14).toString()));

        web.perform(post(thread + "/letter/sent")
                        .with(csrf())
                        .cookie(seat("duty-officer"))
                        .param("act", act)
                        .param("cameBy", "bag")
                        .param("cameDay", day(-12).toString()))
                .andExpect(flash().attribute("flash", Flash.warned("paper.sent.stands", "day", day(14).toString())));
    }

    @Test
    void letters_of_a_request_that_ended_before_it_was_posted_need_not_be_posted() throws Exception {
        var thread = asked();
        var reference = thread.substring("/requests/".length());
        var opening = threads.newest(row(thread).thread()).getFirst().id();
        var correct = thread + "/letter/correct";
        assertThat(page(thread + "/letter", "en")).contains("It will not be posted");
        refused(
                409,
                post(correct).param("act", opening).param("then", "not-posted").param("why", "No need"));
        var draft = drafts.start(
                "preservation/1",
                "withdraw",
                Role.REQUESTING,
                "XD-1",
                row(thread).thread(),
                Map.of("text", "Solved"),
                official("maren"));
        drafts.submit(draft.id(), draft.version(), official("maren"));
        drafts.approve(draft.id(), new Proof.Practice(), null, official("tolva"));
        assertThat(row(thread).turn()).isEqualTo(RequestRow.Turn.NOBODY);
        assertThat(listed(Requests.View.OURS_TO_ACT, reference)).isTrue();
        assertThat(body(post(correct).param("act", opening).param("then", "not-posted")))
                .contains("This is needed.");

        location(post(correct).param("act", opening).param("then", "not-posted").param("why", "Withdrawn before"));

        assertThat(row(thread).toPost()).isFalse();
        assertThat(listed(Requests.View.OURS_TO_ACT, reference)).isFalse();
        assertThat(Pattern.compile("It will not be posted: Withdrawn before")
                        .matcher(page(thread + "/letter", "en"))
                        .results())
                .hasSize(2);
        assertThat(page(thread, "en")).contains("2 letters that were ready will not be posted");
        refused(409, get(thread + "/letter/reminder.pdf"));
    }

    @Test
    void a_letter_to_a_state_that_has_a_node_since_can_be_read_and_have_left() throws Exception {
        var row = sent("XB-1", ordinary(), "tolva");
        var act = threads.newest(row.thread()).getFirst().id();
        var url = "/requests/" + row.reference() + "/letter";
        refused(409, get(url));
        db.sql("update thread.thread set by_wire = false, we_keep = true where id = :id")
                .param("id", row.thread())
                .update();
        db.sql("insert into cooperation.dispatch (act, thread, ready_at, post_by) values (:act, :thread, :at, :at)")
                .param("act", act)
                .param("thread", row.thread())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();

        assertThat(page(url, "en")).doesNotContain("record-act");
        assertThat(bytes(url + "/letter.pdf?act=" + act)).startsWith("%PDF".getBytes());
        location(post(url + "/sent").param("act", act).param("cameBy", "bag").param("cameDay", day(0).toString()));
        location(post(url + "/received").param("act", act).param("receivedDay", day(0).toString()));

        assertThat(page(url, "en")).contains("Received:");
        refused(409, get("/requests/" + row.reference() + "/record-act"));
    }

    /** They told us their number after it was posted: it is not upon a letter that is printed again, but upon what follows. */
    @Test
    void a_letter_that_was_posted_is_printed_again_as_it_was_known_then() throws Exception {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
        var thread = asked();
        var act = threads.newest(row(thread).thread()).getFirst().id();
        location(post(thread + "/letter/sent")
                .param("act", act)
                .param("cameBy", "bag")
                .param("cameDay", today));
        location(recorded(thread, "acknowledge", today).param("letterReference", "MJ/4711"));
        var row = row(thread);
        assertThat(row.theirCase()).isEqualTo("MJ/4711");

        assertThat(writing.letter(row, act, official("maren")).toString()).doesNotContain("MJ/4711");

        assertThat(writing.reminder(row, official("maren")).toString()).contains("MJ/4711");
        assertThat(page(thread + "/letter", "en")).contains("Printed again it says what was known then");
    }

    @Test
    void without_a_name_the_letter_is_meant_that_the_page_shows() throws Exception {
        var thread = asked();
        var act = threads.newest(row(thread).thread()).getFirst().id();
        assertThat(bytes(thread + "/letter/letter.pdf")).startsWith("%PDF".getBytes());
        assertThat(bytes(thread + "/letter/letter.docx?act=")).startsWith("PK".getBytes());
        assertThat(page(thread + "/letter", "en")).contains("letter.pdf?act=" + act);
        assertThat(answered(404, "duty-officer", get(thread + "/letter/letter.pdf?act=nothing")))
                .contains("Go back to the request");
    }

    /** Dorvane is written to in French, which a machine did not translate: the page says so until somebody certifies it. */
    @Test
    void the_page_says_how_the_translation_stands_and_keeps_the_certified_text() throws Exception {
        var thread = asked();
        var act = threads.newest(row(thread).thread()).getFirst().id();
        var url = thread + "/letter/translation";
        assertThat(page(thread + "/letter", "en")).contains("Translation into French: draft, not certified.");
        assertThat(page(thread + "/letter", "ar")).contains("مسودة، لم تُصدَّق بعد");
        refused(404, get(url + "?act=" + act));

        assertThat(body(multipart(url)
                        .param("act", act)
                        .param("language", "xx")
                        .param("state", "certified")
                        .param("prevails", "fr")
                        .param("certifiedBy", "M. Arlen")))
                .contains("This is needed.", "M. Arlen");
        refused(
                404,
                multipart(url)
                        .param("act", "nothing")
                        .param("language", "fr")
                        .param("state", "draft")
                        .param("prevails", "en"));

        assertThat(body(multipart(url)
                        .param("act", act)
                        .param("language", "fr")
                        .param("state", "certified")
                        .param("certifiedBy", "M. Arlen")
                        .param("certifiedDay", "1800-01-01")
                        .param("prevails", "fr")))
                .contains("The year cannot be right.", "1800-01-01");
        location(multipart(url)
                .file(new MockMultipartFile("scan", "x", "a/b", "%PDF-1.7 certified".getBytes()))
                .param("act", act)
                .param("language", "fr")
                .param("state", "certified")
                .param("certifiedBy", "M. Arlen, sworn translator")
                .param("certifiedDay", "2026-03-10")
                .param("prevails", "fr"));
        assertThat(page(thread + "/letter", "en"))
                .contains("certified by M. Arlen, sworn translator on 10 March 2026. Text that prevails: French.");
        assertThat(bytes(url + "?act=" + act)).startsWith("%PDF-1.7".getBytes());

        location(multipart(url)
                .file(new MockMultipartFile("scan", "y", "a/b", "%PDF-1.7 second".getBytes()))
                .param("act", act)
                .param("language", "fr")
                .param("state", "certified")
                .param("certifiedBy", "N. Brack")
                .param("certifiedDay", "2026-03-11")
                .param("prevails", "fr"));
        var both = page(thread + "/letter", "en");
        assertThat(both).contains("certified by N. Brack", "What stood here before", "M. Arlen, sworn translator");
        var first = both.replaceFirst("(?s).*[?&]act=[^\"]*before=([0-9]+).*", "$1");
        assertThat(bytes(url + "?act=" + act)).isEqualTo("%PDF-1.7 second".getBytes());
        assertThat(bytes(url + "?act=" + act + "&before=" + first)).isEqualTo("%PDF-1.7 certified".getBytes());

        forgetting.forgetting(threads.newest(row(thread).thread()).getFirst());
        refused(404, get(url + "?act=" + act));
        refused(404, get(url + "?act=" + act + "&before=" + first));
    }

    /** What is learned or enclosed after it left changes nothing of what it said when it left. */
    @Test
    void a_translation_certified_before_posting_stays_so_when_its_scan_comes_later() throws Exception {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
        var thread = asked();
        var act = threads.newest(row(thread).thread()).getFirst().id();
        var certified = "certified by M. Arlen on 10 March 2026";
        location(certified(thread, act));
        location(post(thread + "/letter/sent")
                .param("act", act)
                .param("cameBy", "bag")
                .param("cameDay", today));
        var then = writing.letter(row(thread), act, official("maren")).toString();
        assertThat(then).contains(certified);

        web.perform(certified(thread, act)
                        .file(new MockMultipartFile("scan", "x", "a/b", "%PDF-1.7 certified".getBytes()))
                        .with(csrf())
                        .cookie(seat("duty-officer")))
                .andExpect(flash().attribute("flash", Flash.done("paper.translation.done.posted")));

        assertThat(writing.letter(row(thread), act, official("maren")).toString())
                .as("printed again")
                .isEqualTo(then);
        assertThat(body(multipart(thread + "/letter/translation")
                        .param("act", act)
                        .param("language", "fr")
                        .param("state", "draft")
                        .param("prevails", "fr")))
                .contains("The letter left with what stands here");
        assertThat(writing.letter(row(thread), act, official("maren")).toString())
                .isEqualTo(then);
    }

    private static MockMultipartHttpServletRequestBuilder certified(String thread, String act) {
        var form = multipart(thread + "/letter/translation");
        form.param("act", act).param("language", "fr").param("state", "certified");
        form.param("certifiedBy", "M. Arlen")
                .param("certifiedDay", "2026-03-10")
                .param("prevails", "fr");
        return form;
    }

    @Test
    void a_number_that_our_request_named_stands_upon_it_when_it_is_printed_again() throws Exception {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
        var body = new HashMap<String, Object>(emergency());
        body.put("theirCase", "MJ/4712");
        var thread = asked(body);
        var act = threads.newest(row(thread).thread()).getFirst().id();
        location(post(thread + "/letter/sent")
                .param("act", act)
                .param("cameBy", "bag")
                .param("cameDay", today));
        location(recorded(thread, "acknowledge", today).param("letterReference", "MJ/4712"));

        assertThat(writing.letter(row(thread), act, official("maren")).toString())
                .contains("Your reference, value=MJ/4712");
    }

    private String asked() throws Exception {
        return asked(emergency());
    }

    private String asked(Map<String, Object> body) throws Exception {
        var draft = drafts.start("preservation/1", "request", Role.REQUESTING, "XD-1", null, body, official("maren"));
        location(post("/drafts/" + draft.id() + "/submit").param("version", "1").param("channel", "bag"));
        return location(post("/drafts/" + draft.id() + "/approve").param("method", "practice"));
    }

    @Test
    void a_day_of_another_age_is_told_at_its_field() throws Exception {
        var draft = read("Please keep the data of lena3@mail.example. Our reference: MJ/773-26");
        for (var came : List.of("2026-03-09", "0026-03-09")) {
            var form = latest(draft)
                    .param("then", "record")
                    .param("checked", "yes")
                    .param("cameBy", "mail")
                    .param("cameDay", came)
                    .param("instrument", "uncc")
                    .param("authority", "Ministry of Justice of Dorvane")
                    .param("ourCase", "MJ/773-26")
                    .param("facts", "Please keep")
                    .param("identifiers", "lena3@mail.example")
                    .param("daysAsked", "")
                    .param("followUp", "2201-03-09");
            var page = body(form);
            assertThat(page).contains("id=\"f-followUp-problem\"", "The year cannot be right", "value=\"2201-03-09\"");
            assertThat(page.contains("id=\"f-cameDay-problem\"")).isEqualTo(came.startsWith("0"));
        }
    }

    private static MockMultipartHttpServletRequestBuilder recorded(String thread, String type, String day) {
        return multipart(thread + "/record-act")
                .param("type", type)
                .param("once", token())
                .param("cameBy", "bag")
                .param("checked", "yes")
                .param("cameDay", day);
    }

    @Test
    void only_the_desk_records() throws Exception {
        assertThat(code("oversight", "/paper/new")).isEqualTo(403);
        assertThat(code("oversight", "/paper/import")).isEqualTo(403);
    }

    private String read(String text) throws Exception {
        return location(multipart("/paper/new")
                .param("counterpart", "XD-1")
                .param("cameBy", "mail")
                .param("text", text));
    }

    /** Without the card of other requests that ask about the same: each of them stands where it stands. */
    private static String withoutOthers(String page) {
        return page.replaceAll("(?s)<section class=\"card dom\" id=\"same\">.*?</section>", "");
    }

    private RequestRow row(String path) {
        return requests.find(path.substring("/requests/".length())).orElseThrow();
    }
}
