package org.comity.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.comity.casework.Confirmations.Outcome;
import org.comity.exchange.SendingFailed;
import org.comity.identity.Approvals.Proof;
import org.comity.ledger.Ledger;
import org.comity.procedure.Draft;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.thread.ThreadDisputed;
import org.comity.thread.ThreadKeeping;
import org.comity.ui.Flash;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** What is held is registered at its hour, or recalled; until when, an officer says on the page. */
class HeldActsTest extends Officers {

    @Autowired
    private Dispatches dispatches;

    @Autowired
    private ThreadKeeping threadKeeping;

    @Autowired
    private Confirmations confirmations;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Clock clock;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Correspondence correspondence;

    @Test
    void what_is_held_is_not_registered_here_before_its_hour_and_recalled_it_never_was_said() throws Exception {
        var draft = heldBack(submitted("XD-1", emergency()).id());
        var act = draft.act();
        assertThat(threads.act(act).orElseThrow().n()).isNull();
        var path = "/requests/" + draft.reference();
        assertThat(page("duty-officer", path, "en")).contains("Held until", "/drafts/" + draft.id() + "/approve");
        assertThat(page("duty-officer", path + "/letter", "en"))
                .contains("This is held until")
                .doesNotContain("letter.pdf");
        assertThat(code("duty-officer", path + "/letter/letter.pdf?act=" + act)).isEqualTo(409);
        noReminder(path, "This is held and has not left yet.");
        assertThat(page("duty-officer", path + "/letter", "ar")).contains("هذا بانتظار الإرسال حتى", "فاسترجعوه أولًا");
        answered(409, "duty-officer", post("/drafts/" + draft.id() + "/recall").param("why", " "));
        assertThat(threads.act(act).orElseThrow().recalled()).isNull();

        redirected("duty-officer", post("/drafts/" + draft.id() + "/recall").param("why", "The wrong account."));

        var kept = threads.act(act).orElseThrow();
        assertThat(kept.n()).isNull();
        assertThat(kept.recalled().why()).isEqualTo("The wrong account.");
        assertThat(threads.unregistered(clock.instant().plusSeconds(60)))
                .noneMatch(it -> it.id().equals(act));
        assertThat(threads.heldUntil(clock.instant().plus(Duration.ofDays(9)))).doesNotContain(act);
        assertThat(confirmations.get(act).outcome()).isEqualTo(Outcome.RECALLED);
        var row = requests.find(draft.reference()).orElseThrow();
        assertThat(row.state()).isEqualTo("Recalled");
        assertThat(row.turn()).isEqualTo(RequestRow.Turn.NOBODY);
        assertThat(page("duty-officer", path, "en"))
                .contains("The wrong account.", "it never was said")
                .doesNotContain("Sent, not yet registered");
        assertThat(page("duty-officer", path, "ar")).contains("كأنه لم يُقل");
        assertThat(page("duty-officer", path + "/letter", "en"))
                .contains("No letter of it goes out.")
                .doesNotContain("letter.pdf");
        assertThat(code("duty-officer", path + "/letter/letter.docx?act=" + act))
                .isEqualTo(409);
        noReminder(path, "This was recalled before it left");
        assertThat(page("duty-officer", path + "/letter", "ar")).contains("استُرجع هذا قبل مغادرته");
        assertThat(ledger.lines(act, null, 10)).anyMatch(it -> it.what().equals("act.recalled"));
    }

    @Test
    void what_is_held_or_recalled_is_nowhere_said_to_be_with_the_other_state_and_nobody_writes_to_it_about_it()
            throws Exception {
        var draft = heldBack(submitted("XB-1", emergency()).id());
        var path = "/requests/" + draft.reference();
        assertThat(page("duty-officer", path, "en"))
                .contains("when it leaves by itself", "does not have this request before it leaves")
                .doesNotContain("the same entries", "Send message");
        assertThat(page("duty-officer", path, "ar")).contains("ثم يغادر من تلقاء نفسه");
        assertThat(found(draft)).contains("Held until").doesNotContain("Sent");
        var message = post(path + "/messages").param("text", "Have you got it?");
        assertThat(answered(409, "duty-officer", message)).contains("This request has not left");
        assertThat(page("duty-officer", "/requests/" + submittedOther().reference(), "en"))
                .as("asked about elsewhere too")
                .contains("/requests/" + draft.reference())
                .doesNotContain("> · Sent<");

        drafts.recall(draft.id(), "The wrong account.", official("maren"));

        assertThat(page("duty-officer", path, "en"))
                .contains("Recalled before it left.", "There is nothing to write about.")
                .doesNotContain("the same entries", "Send message");
        assertThat(found(draft)).contains("Recalled").doesNotContain("Sent");
        answered(409, "duty-officer", post(path + "/messages").param("text", "Have you got it?"));
    }

    private Draft submittedOther() {
        return sent("XD-1", emergency(), "maren");
    }

    private String found(Draft draft) throws Exception {
        var page = page("duty-officer", "/search?q=" + draft.reference(), "en");
        return found("(?s)(<tr data-row data-id=\"" + draft.reference() + "\".*?</tr>)", page);
    }

    /** The other State knows of nothing. */
    private void noReminder(String path, String why) throws Exception {
        assertThat(page("duty-officer", path + "/letter", "en")).doesNotContain("/letter/reminder.pdf", "/letter/sent");
        assertThat(code("duty-officer", path + "/letter/reminder.pdf")).isEqualTo(409);
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
        var sent = post(path + "/letter/sent")
                .param("what", "reminder")
                .param("cameBy", "bag")
                .param("cameDay", today);
        assertThat(answered(409, "duty-officer", sent)).contains(why);
    }

    @Test
    void a_trouble_with_sending_is_told_until_the_acts_of_which_it_speaks_have_their_entries() throws Exception {
        var draft = heldBack(submitted("XD-1", emergency()).id());
        var thread = draft.thread();
        events.publishEvent(new SendingFailed(draft.act(), thread, "no-entry"));
        assertThat(page("duty-officer", "/requests/" + draft.reference(), "en")).contains("still not registered");
        transaction.executeWithoutResult(status -> threadKeeping.registerHeld(draft.act()));
        assertThat(requests.find(draft.reference()).orElseThrow().notice()).isNull();

        var complete = heldBack(completed(thread));
        events.publishEvent(new SendingFailed("f".repeat(64), thread, "not-delivered"));
        events.publishEvent(new SendingFailed(complete.act(), thread, "no-entry"));
        transaction.executeWithoutResult(status -> threadKeeping.registerHeld(complete.act()));
        assertThat(requests.find(draft.reference()).orElseThrow().notice())
                .as("another act is still on its way")
                .isEqualTo("no-entry");

        events.publishEvent(new ThreadDisputed(thread, "effect"));
        var again = drafts.approve(completed(thread), new Proof.Practice(), null, official("maren"));
        assertThat(threads.act(again.act()).orElseThrow().n()).isNotNull();
        assertThat(requests.find(draft.reference()).orElseThrow().notice()).isEqualTo("disputed");
    }

    @Test
    void an_act_that_did_not_get_through_is_ours_to_look_at_until_it_has_its_entry_or_somebody_read_it()
            throws Exception {
        var draft = heldBack(submitted("XD-1", emergency()).id());
        heldUntil(draft.act(), null);
        assertThat(oursToAct(draft)).isFalse();

        events.publishEvent(new SendingFailed(draft.act(), draft.thread(), "not-delivered"));

        assertThat(oursToAct(draft)).isTrue();
        assertThat(page("duty-officer", "/desk", "en"))
                .contains("Did not get through", draft.reference())
                .doesNotContain("Nothing needs your State now.");
        assertThat(page("duty-officer", "/desk", "ar")).contains("لم يصل");
        assertThat(page("duty-officer", "/requests/" + draft.reference(), "en")).contains("has still not been reached");

        requests.noticed(draft.reference(), official("maren"));
        assertThat(oursToAct(draft)).isFalse();

        events.publishEvent(new SendingFailed(draft.act(), draft.thread(), "no-entry"));
        assertThat(oursToAct(draft)).isTrue();
        heldUntil(draft.act(), clock.instant().plus(Duration.ofHours(8)));
        transaction.executeWithoutResult(status -> threadKeeping.registerHeld(draft.act()));
        assertThat(oursToAct(draft)).as("its letter is ours to post").isTrue();
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        dispatches.posted(draft.thread(), draft.act(), Channel.BAG, today, "118", official("maren"));
        assertThat(oursToAct(draft)).isFalse();
        assertThat(requests.find(draft.reference()).orElseThrow().due()).isNull();
    }

    private void heldUntil(String act, @Nullable Instant hour) {
        db.sql("update thread.act set held_until = cast(:hour as timestamptz) where id = :act")
                .param(
                        "hour",
                        hour == null ? null : hour.atOffset(ZoneOffset.UTC),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("act", act)
                .update();
    }

    private boolean oursToAct(Draft draft) {
        return listed(Requests.View.OURS_TO_ACT, Objects.requireNonNull(draft.reference()));
    }

    @Test
    void an_act_that_has_not_left_says_since_when_why_and_what_to_do_in_both_languages() throws Exception {
        var draft = heldBack(submitted("XD-1", emergency()).id());
        var path = "/requests/" + draft.reference();
        queued(draft.act(), draft.thread());
        heldUntil(draft.act(), null);
        assertThat(page("duty-officer", path, "en")).contains("It leaves within seconds.");

        db.sql("update exchange.outbox set attempts = 1, last_error = 'not-reached' where subject = ?")
                .param(draft.act())
                .update();
        assertThat(page("duty-officer", path, "en"))
                .contains(
                        "Not delivered",
                        "It has waited to leave since",
                        "The other node is not reached.",
                        "phone the number")
                .doesNotContain("It leaves within seconds");
        assertThat(page("duty-officer", path, "ar")).contains("لا يمكن بلوغ العقدة الأخرى.", "اتصلوا بالرقم");

        db.sql(
                        "update exchange.outbox set last_error = null, created_at = :long, not_before = :long where subject = :act")
                .param("long", clock.instant().minus(Duration.ofMinutes(1)).atOffset(ZoneOffset.UTC))
                .param("act", draft.act())
                .update();
        assertThat(page("duty-officer", path, "en"))
                .contains("Other things for the same node leave first.")
                .doesNotContain("It leaves within seconds");
    }

    /** Approved, and held for eight hours. */
    private Draft heldBack(String draft) {
        return drafts.approve(
                draft, new Proof.Practice(), clock.instant().plus(Duration.ofHours(8)), official("maren"));
    }

    private String completed(String thread) {
        var maren = official("maren");
        var body = Map.<String, Object>of("completes", List.of("facts"), "text", "Now known.");
        var draft = drafts.start("preservation/1", "complete", Role.REQUESTING, "XD-1", thread, body, maren);
        return drafts.submit(draft.id(), draft.version(), maren).id();
    }

    /** Until it has its entry the state is as before; whoever sent it has done what was asked. */
    @Test
    void the_step_that_was_taken_is_not_asked_for_again_while_it_is_on_its_way() throws Exception {
        var arrived = new Correspondence.Arrived(Channel.MAIL, LocalDate.parse(inDays(-1)), "", "", null);
        var reference = correspondence.recordRequest("preservation/1", "XD-1", ordinary(), arrived, official("maren"));
        var path = "/requests/" + reference;
        assertThat(page("duty-officer", path, "en")).contains("Next: Acknowledge");

        var thread = requests.find(reference).orElseThrow().thread();
        var maren = official("maren");
        var draft = drafts.start("preservation/1", "acknowledge", Role.REQUESTED, "XD-1", thread, Map.of(), maren);
        var act =
                heldBack(drafts.submit(draft.id(), draft.version(), maren).id()).act();

        assertThat(page("duty-officer", path, "en")).contains("Held until").doesNotContain("Next: ");

        heldUntil(act, null);
        queued(act, thread);
        assertThat(page("duty-officer", path, "en")).doesNotContain("Next: ");
        db.sql(
                        "update exchange.outbox set status = 'GIVEN_UP', last_error = 'refused', settled_at = :at where subject = :act")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("act", act)
                .update();
        events.publishEvent(new SendingFailed(act, thread, "not-delivered"));
        requests.noticed(reference, maren);
        assertThat(page("duty-officer", path, "en"))
                .as("given up and read, nothing is on its way")
                .contains("Next: Acknowledge");
    }

    @Test
    void an_act_that_meets_trouble_hides_its_own_step_and_no_other() throws Exception {
        var arrived = new Correspondence.Arrived(Channel.MAIL, LocalDate.parse(inDays(-1)), "", "", null);
        var maren = official("maren");
        var reference = correspondence.recordRequest("preservation/1", "XD-1", ordinary(), arrived, maren);
        var path = "/requests/" + reference;
        var thread = requests.find(reference).orElseThrow().thread();
        var draft =
                drafts.start("preservation/1", "ask", Role.REQUESTED, "XD-1", thread, Map.of("text", "Which?"), maren);
        var act =
                heldBack(drafts.submit(draft.id(), draft.version(), maren).id()).act();
        heldUntil(act, null);
        queued(act, thread);
        assertThat(page("duty-officer", path, "en")).doesNotContain("Next: ");

        db.sql("update exchange.outbox set attempts = 1, last_error = 'not-reached' where subject = ?")
                .param(act)
                .update();
        assertThat(page("duty-officer", path, "en")).contains("Not delivered", "Next: Acknowledge");

        db.sql("update cooperation.request set next = 'ask' where thread = ?")
                .param(thread)
                .update();
        assertThat(page("duty-officer", path, "en")).doesNotContain("Next: ");
    }

    @Test
    void a_side_act_that_is_told_to_have_no_entry_hides_no_step_once_that_was_read() throws Exception {
        var arrived = new Correspondence.Arrived(Channel.MAIL, LocalDate.parse(inDays(-1)), "", "", null);
        var maren = official("maren");
        var reference = correspondence.recordRequest("preservation/1", "XD-1", ordinary(), arrived, maren);
        var path = "/requests/" + reference;
        var thread = requests.find(reference).orElseThrow().thread();
        var draft =
                drafts.start("preservation/1", "ask", Role.REQUESTED, "XD-1", thread, Map.of("text", "Which?"), maren);
        var act =
                heldBack(drafts.submit(draft.id(), draft.version(), maren).id()).act();
        heldUntil(act, null);
        queued(act, thread);
        db.sql("update exchange.outbox set status = 'DELIVERED', settled_at = created_at where subject = ?")
                .param(act)
                .update();
        assertThat(page("duty-officer", path, "en")).as("it has just arrived").doesNotContain("Next: ");

        db.sql("update exchange.outbox set alarmed_at = created_at where subject = ?")
                .param(act)
                .update();
        events.publishEvent(new SendingFailed(act, thread, "no-entry"));
        requests.noticed(reference, maren);

        assertThat(page("duty-officer", path, "en")).contains("Next: Acknowledge");
    }

    private void queued(String act, String thread) {
        db.sql("""
                insert into exchange.outbox (destination, action, subject, thread, status, created_at, not_before, next_attempt)
                values ('XD-1', 'ACT', :act, :thread, 'QUEUED', :at, :at, :next)
                """)
                .param("act", act)
                .param("thread", thread)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("next", clock.instant().plus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC))
                .update();
    }

    @Test
    void what_was_recalled_is_begun_again_from_its_words_and_files() throws Exception {
        var maren = official("maren");
        var written = drafts.start("preservation/1", "request", Role.REQUESTING, "XD-1", null, emergency(), maren);
        drafts.attach(written.id(), "map.txt", "text/plain", new byte[] {1}, maren);
        var submitted = drafts.submit(written.id(), drafts.get(written.id()).version(), maren);
        var draft = heldBack(submitted.id());
        var again = "/drafts/" + draft.id() + "/again";
        answered(409, "duty-officer", post(again).param("once", token()));
        drafts.recall(draft.id(), "The wrong account.", maren);
        assertThat(page("duty-officer", "/requests/" + draft.reference(), "en"))
                .contains("Begin again from its words", "/drafts/" + draft.id() + "/approve");
        assertThat(page("duty-officer", "/drafts/" + draft.id() + "/approve", "en"))
                .contains(again);
        assertThat(page("custodian", "/drafts/" + draft.id() + "/approve", "en"))
                .doesNotContain(again);
        answered(403, "custodian", post(again).param("once", token()));

        var once = token();
        var to = redirected("duty-officer", post(again).param("once", once));

        assertThat(to).matches("/drafts/[^/]+/state");
        assertThat(redirected("duty-officer", post(again).param("once", once)))
                .as("pressed twice")
                .isEqualTo(to);
        var begun = drafts.get(to.split("/")[2]);
        assertThat(begun.body()).isEqualTo(draft.body());
        assertThat(begun.files()).extracting(Draft.File::name).containsExactly("map.txt");
        assertThat(begun.thread()).isNull();
        assertThat(begun.reference()).isNull();
        assertThat(drafts.get(draft.id()).status()).isEqualTo(Draft.Status.RECALLED);
        assertThat(drafts.submit(begun.id(), begun.version(), maren).reference())
                .isNotEqualTo(draft.reference());
    }

    /** After a restore no officer has recalled it. */
    @Test
    void what_the_node_itself_took_back_is_begun_again_too() throws Exception {
        var opened = sent("XD-1", emergency(), "maren");
        var held = heldBack(completed(opened.thread()));

        transaction.executeWithoutResult(status -> threadKeeping.recall(held.act(), ""));

        assertThat(drafts.get(held.id()).status()).isEqualTo(Draft.Status.RECALLED);
        assertThat(page("duty-officer", "/drafts/" + held.id() + "/approve", "en"))
                .contains("/drafts/" + held.id() + "/again");
    }

    @Test
    void an_act_of_a_request_that_was_recalled_is_begun_again_in_it() throws Exception {
        var opened = sent("XD-1", emergency(), "maren");
        var held = heldBack(completed(opened.thread()));
        drafts.recall(held.id(), "Not yet.", official("maren"));

        var to = redirected(
                "duty-officer", post("/drafts/" + held.id() + "/again").param("once", token()));

        assertThat(to).startsWith("/requests/" + opened.reference() + "/complete?draft=");
        assertThat(page("duty-officer", to, "en")).contains("Now known.");
    }

    @Test
    void what_goes_by_letter_is_said_to_be_ready_and_not_to_have_left() throws Exception {
        var by = post("/drafts/" + submitted("XD-1", ordinary()).id() + "/approve")
                .param("method", "practice");
        assertThat(done("second-officer", by)).isEqualTo("acts.sent.letter");
        by = post("/drafts/" + submitted("XB-1", ordinary()).id() + "/approve").param("method", "practice");
        assertThat(done("second-officer", by)).isEqualTo("acts.sent");
    }

    private String done(String chair, MockHttpServletRequestBuilder what) throws Exception {
        var flash =
                web.perform(what.cookie(seat(chair)).with(csrf())).andReturn().getFlashMap();
        return ((Flash) Objects.requireNonNull(flash.get("flash"))).key();
    }

    @Test
    void what_our_register_holds_is_not_recalled() {
        var sent = sent("XD-1", emergency(), "maren");
        refused("exchange.already-left", () -> drafts.recall(sent.id(), "too late", official("maren")));
        assertThat(threads.act(sent.act()).orElseThrow().recalled()).isNull();
        assertThat(drafts.get(sent.id()).status()).isEqualTo(Draft.Status.SENT);
    }

    @Test
    void an_hour_that_is_past_missing_or_not_ticked_is_said_on_the_page_and_nothing_leaves() throws Exception {
        var draft = submitted("XD-1", ordinary());
        var path = "/drafts/" + draft.id() + "/approve";
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var past = held(path)
                .param("hold", "yes")
                .param("holdDate", today.minusDays(1).toString())
                .param("holdTime", "23:59");
        assertThat(answered(200, "second-officer", past))
                .contains(
                        "That hour is past. Name a later one",
                        "value=\"" + today.minusDays(1) + "\"",
                        "value=\"23:59\"",
                        "checked");
        assertThat(answered(
                        200, "second-officer", held(path).param("hold", "yes").param("holdTime", "25:00")))
                .contains("Name the day and the hour");
        var never =
                held(path).param("hold", "yes").param("holdDate", "9999-11-01").param("holdTime", "08:00");
        assertThat(answered(200, "second-officer", never)).contains("more than a year away", "value=\"9999-11-01\"");
        assertThat(answered(
                        200,
                        "second-officer",
                        held(path)
                                .param("holdDate", today.plusDays(1).toString())
                                .param("holdTime", "08:00")))
                .contains("the hold is not ticked");
        assertThat(drafts.get(draft.id()).status()).isEqualTo(Draft.Status.SUBMITTED);

        answered(403, "custodian", tomorrow(path));
        var later = tomorrow(path);
        assertThat(redirected("second-officer", later)).isEqualTo("/requests/" + draft.reference());
        assertThat(redirected("second-officer", later)).as("pressed twice").isEqualTo("/requests/" + draft.reference());
        assertThat(drafts.get(draft.id()).notBefore())
                .isEqualTo(today.plusDays(1).atTime(8, 0).toInstant(ZoneOffset.UTC));
    }

    private MockHttpServletRequestBuilder tomorrow(String path) {
        var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
        return held(path).param("hold", "yes").param("holdDate", day.toString()).param("holdTime", "08:00");
    }

    private static MockHttpServletRequestBuilder held(String path) {
        return post(path).param("method", "practice");
    }
}
