package org.comity.assistance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.comity.casework.Correspondence;
import org.comity.casework.Correspondence.Arrived;
import org.comity.casework.Officers;
import org.comity.database.WaitingForLock;
import org.comity.identity.Approvals.Proof;
import org.comity.procedure.RequestRow;
import org.comity.procedure.RequestRow.Turn;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** XD asks us: what is held waits for the request that it is held for, and what takes days is not due in hours. */
class HeldUntilDecidedTest extends Officers {

    @Autowired
    private ByLetter letters;

    @Autowired
    private Correspondence correspondence;

    @Autowired
    private JdbcClient db;

    @Autowired
    private Clock clock;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void what_is_held_is_not_ours_before_the_request_that_follows_it_has_ended() throws Exception {
        var preservation = preserved();
        hold(preservation);
        var request = letters.asks("XD-1");
        db.sql("insert into cooperation.follows (thread, followed) values (:thread, :preservation)")
                .param("thread", row(request).thread())
                .param("preservation", row(preservation).thread())
                .update();
        says(request, "acknowledge", Map.of(), Map.of());

        assertThat(row(preservation))
                .extracting(RequestRow::turn, RequestRow::due, RequestRow::next)
                .containsExactly(Turn.THEIRS, null, null);
        assertThat(page("duty-officer", "/requests/" + preservation, "en"))
                .contains("Kept until this request is decided");
        assertThat(page("duty-officer", "/requests/" + preservation + "/release", "en"))
                .contains("Not decided yet:", "href=\"/requests/" + request + "\"");
        assertThat(page("duty-officer", "/requests/" + preservation + "/release", "ar"))
                .contains("لم يُبت فيه بعد");

        says(
                request,
                "refuse",
                Map.of("ground", "minor-matter", "reasons", "not-given", "consultation", "none"),
                Map.of());

        var ours = row(preservation);
        assertThat(ours)
                .extracting(RequestRow::turn, RequestRow::next, RequestRow::notice)
                .containsExactly(Turn.OURS, "release", "decided");
        assertThat(ours.due()).isCloseTo(ours.changedAt().plus(Duration.ofHours(6)), within(1, ChronoUnit.MINUTES));
        assertThat(page("duty-officer", "/requests/" + preservation, "en"))
                .contains("held for has ended", "What is kept may be released.");
        assertThat(page("duty-officer", "/requests/" + preservation, "ar"))
                .contains("ارفعوا الحفظ إن لم", "ويجوز رفع الحفظ عن البيانات");
        assertThat(page("duty-officer", "/requests/" + preservation + "/release", "en"))
                .doesNotContain("Not decided yet", "came by another channel");
        says(preservation, "release", Map.of(), Map.of());
        assertThat(row(preservation))
                .extracting(RequestRow::state, RequestRow::turn, RequestRow::notice)
                .containsExactly("Released", Turn.NOBODY, null);
    }

    /** Neither transaction sees what the other has written, before it waits for the row of what is held. */
    @Test
    void an_act_in_what_is_held_while_its_request_is_decided_does_not_hide_the_decision() throws Exception {
        var preservation = preserved();
        var request = asksForWhatIsHeld(preservation);
        letters.posts(preservation);

        try (var second = Executors.newVirtualThreadPerTaskExecutor()) {
            var said = transaction.execute(deciding -> {
                says(
                        request,
                        "refuse",
                        Map.of("ground", "minor-matter", "reasons", "not-given", "consultation", "none"),
                        Map.of());
                var saying = second.submit(() -> letters.says(
                        preservation,
                        "complete",
                        Map.of("completes", List.of("facts"), "text", "Now known."),
                        Map.of()));
                await().until(() -> saying.isDone() || WaitingForLock.anybody(db));
                return saying;
            });
            said.get();
        }

        assertThat(row(preservation).turn()).isEqualTo(Turn.OURS);
    }

    @Test
    void what_is_held_for_a_request_whose_dispute_was_settled_may_be_released() throws Exception {
        var preservation = preserved();
        var request = asksForWhatIsHeld(preservation);

        requests.settled(row(request).thread());

        assertThat(row(preservation))
                .extracting(RequestRow::turn, RequestRow::next, RequestRow::notice)
                .containsExactly(Turn.OURS, "release", "decided");
        assertThat(page("duty-officer", "/requests/" + preservation + "/release", "en"))
                .doesNotContain("Not decided yet");
    }

    @Test
    void a_request_that_came_by_another_channel_is_decided_where_no_page_can_see_it() throws Exception {
        var preservation = preserved();
        hold(preservation);

        assertThat(row(preservation))
                .extracting(RequestRow::turn, RequestRow::due)
                .containsExactly(Turn.THEIRS, null);
        assertThat(page("duty-officer", "/requests/" + preservation, "en"))
                .contains("Nobody but the officers who have it");
        assertThat(page("duty-officer", "/requests/" + preservation + "/release", "ar"))
                .contains("عبر قناة أخرى");
    }

    @Test
    void releasing_cites_the_paragraph_of_the_instrument_that_governs_or_none() throws Exception {
        var cited = preserved(with(ordinary(), Map.of("instrument", "budapest")));
        hold(cited);
        assertThat(page("duty-officer", "/requests/" + cited + "/release", "en"))
                .contains("href=\"/articles/budapest/29#p-29-7\"")
                .doesNotContain("42(8)");

        var uncited = preserved(with(
                ordinary(), Map.of("instrument", "other", "basisKind", "bilateral", "basis", "Treaty of 3 May 2011")));
        hold(uncited);
        assertThat(page("duty-officer", "/requests/" + uncited + "/release", "en"))
                .contains("came by another channel")
                .doesNotContain("#p-", "42(8)");
    }

    @Test
    void a_day_that_was_asked_for_stays_ours_until_it_is_answered_and_a_day_to_try_again_takes_its_place() {
        var soon = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(3) + "T23:59:59Z";
        var reference = asks(Map.of("answerBy", soon, "deadlineReasons", "Trial."));
        says(reference, "acknowledge", Map.of(), Map.of());
        due(reference, soon, true);

        says(
                reference,
                "postpone",
                Map.of(
                        "ground",
                        "ongoing-proceeding",
                        "text",
                        "A trial.",
                        "consultation",
                        "held",
                        "tryAgain",
                        "2099-03-01"),
                Map.of());
        due(reference, "2099-03-01T23:59:59Z", false);
        says(reference, "accept", Map.of("expected", "2099-05-01"), Map.of());
        due(reference, soon, true);

        var far = asks(Map.of("answerBy", "2099-01-31T23:59:59Z", "deadlineReasons", "Trial."));
        says(far, "acknowledge", Map.of(), Map.of());
        assertThat(row(far).askedBy()).as("our own aim is the stricter").isFalse();
        assertThat(row(far).due())
                .isCloseTo(row(far).changedAt().plus(Duration.ofDays(7)), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void what_is_decided_and_executed_is_due_on_the_day_we_named_or_in_days() {
        var reference = asks(Map.of());
        says(reference, "acknowledge", Map.of(), Map.of());
        assertThat(row(reference).due())
                .isCloseTo(row(reference).changedAt().plus(Duration.ofDays(7)), within(1, ChronoUnit.MINUTES));
        says(reference, "unable", Map.of("text", "Our laboratory is moved."), Map.of());
        assertThat(row(reference).due())
                .isCloseTo(row(reference).changedAt().plus(Duration.ofDays(14)), within(1, ChronoUnit.MINUTES));
        says(reference, "pass", Map.of("executing", "Court of Velin"), Map.of());
        assertThat(row(reference).due())
                .isCloseTo(row(reference).changedAt().plus(Duration.ofDays(30)), within(1, ChronoUnit.MINUTES));
        says(reference, "status", Map.of("text", "It goes on.", "expected", "2099-06-01"), Map.of());
        says(reference, "costs", Map.of("costs", "ordinary", "text", "None."), Map.of());
        due(reference, "2099-06-01T23:59:59Z", false);

        letters.says(reference, "ask-status", Map.of(), Map.of());
        assertThat(row(reference).due())
                .as("a question is answered in hours")
                .isCloseTo(row(reference).changedAt().plus(Duration.ofHours(6)), within(1, ChronoUnit.MINUTES));
        says(reference, "status", Map.of("text", "It goes on."), Map.of());
        due(reference, "2099-06-01T23:59:59Z", false);
    }

    @Test
    void a_day_that_has_come_does_not_outlive_the_act_that_named_it() {
        var reference = asks(Map.of());
        // From noon (UTC) on no day before this one can be named: it is over everywhere.
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
        says(
                reference,
                "postpone",
                Map.of("ground", "ongoing-proceeding", "text", "A trial.", "consultation", "held", "tryAgain", today),
                Map.of());
        due(reference, today + "T23:59:59Z", false);

        says(reference, "unable", Map.of("text", "Our laboratory is moved."), Map.of());
        assertThat(row(reference).due())
                .isCloseTo(row(reference).changedAt().plus(Duration.ofDays(14)), within(1, ChronoUnit.MINUTES));
        says(reference, "unable", Map.of("text", "It is not back yet.", "tryAgain", "2099-03-01"), Map.of());
        due(reference, "2099-03-01T23:59:59Z", false);
        says(
                reference,
                "postpone",
                Map.of("ground", "ongoing-proceeding", "text", "A trial.", "consultation", "held"),
                Map.of());
        due(reference, "2099-03-01T23:59:59Z", false);
    }

    @Test
    void what_is_late_stays_late_whatever_is_said_until_the_stage_changes_or_we_name_a_day() {
        var reference = asks(Map.of());
        says(reference, "pass", Map.of("executing", "Court of Velin"), Map.of());
        db.sql("update cooperation.request set due = '2026-01-31T00:00:00Z' where reference = :reference")
                .param("reference", reference)
                .update();
        says(reference, "costs", Map.of("costs", "ordinary", "text", "None."), Map.of());
        due(reference, "2026-01-31T00:00:00Z", false);
        says(reference, "status", Map.of("text", "It goes on."), Map.of());
        due(reference, "2026-01-31T00:00:00Z", false);
        says(reference, "status", Map.of("text", "It goes on.", "expected", "2099-06-01"), Map.of());
        due(reference, "2099-06-01T23:59:59Z", false);

        says(reference, "unable", Map.of("text", "Our laboratory is moved."), Map.of());
        assertThat(row(reference).due())
                .isCloseTo(row(reference).changedAt().plus(Duration.ofDays(14)), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void confidentiality_that_is_not_settled_is_pointed_out_before_ordering_and_reporting_and_blocks_neither()
            throws Exception {
        var reference = recorded("preservation/1", with(ordinary(), Map.of("secret", true)));
        var path = "/requests/" + reference;
        assertThat(page("duty-officer", path, "en"))
                .contains("Confidentiality settled", "Confidentiality is not settled.", "href=\"" + path + "/accept\"");
        assertThat(page("duty-officer", path + "/report-preserved", "ar")).contains("لم تُحسم السرية.");
        redirected("duty-officer", post(path + "/pass-on"));

        says(reference, "accept", Map.of("confidentiality", "can-keep"), Map.of());

        assertThat(page("duty-officer", path, "en"))
                .contains("said by our act")
                .doesNotContain("Confidentiality is not settled.");
        assertThat(page("duty-officer", path + "/report-preserved", "en"))
                .doesNotContain("Confidentiality is not settled.");
        assertThat(page("duty-officer", "/requests/" + recorded("preservation/1", ordinary()), "en"))
                .contains("not asked for")
                .doesNotContain("Confidentiality is not settled.");
    }

    @Test
    void the_last_word_on_confidentiality_stands_whether_it_asks_lifts_or_answers() throws Exception {
        var reference = asks(Map.of());
        var path = "/requests/" + reference;
        says(reference, "acknowledge", Map.of(), Map.of());
        assertThat(page("duty-officer", path, "en"))
                .contains("not asked for")
                .doesNotContain("Confidentiality is not settled.");

        letters.says(reference, "confidentiality", Map.of("confidentiality", "asked"), Map.of());
        assertThat(page("duty-officer", path, "en"))
                .contains("Confidentiality is not settled.")
                .doesNotContain("not asked for");

        says(reference, "confidentiality", Map.of("confidentiality", "can-keep"), Map.of());
        assertThat(page("duty-officer", path, "en"))
                .contains("said by our act")
                .doesNotContain("Confidentiality is not settled.");

        letters.says(reference, "confidentiality", Map.of("confidentiality", "lifted"), Map.of());
        assertThat(page("duty-officer", path, "en")).contains("not asked for").doesNotContain("said by our act");
    }

    @Test
    void an_order_is_not_the_contact_points_to_record_where_our_profile_does_not_say_so() throws Exception {
        var path = "/requests/" + recorded("preservation/1", ordinary());
        assertThat(page("lawyer", path, "en")).contains("value=\"ORDER\"");
        assertThat(page("duty-officer", path, "en"))
                .contains("value=\"NOTE\"", "value=\"PASSED_ON\"")
                .doesNotContain("value=\"ORDER\"");
        assertThat(page("custodian", path, "en"))
                .contains("value=\"NOTE\"")
                .doesNotContain("value=\"PASSED_ON\"", "value=\"ORDER\"");
        answered(
                403, "duty-officer", post(path + "/file").param("kind", "ORDER").param("number", "14/26"));
        redirected("lawyer", post(path + "/file").param("kind", "ORDER").param("number", "14/26"));
    }

    private void due(String reference, String by, boolean asked) {
        assertThat(row(reference))
                .extracting(RequestRow::due, RequestRow::askedBy)
                .containsExactly(Instant.parse(by), asked);
    }

    private String preserved() {
        return preserved(ordinary());
    }

    private String preserved(Map<String, Object> body) {
        var reference = recorded("preservation/1", body);
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        says(
                reference,
                "report-preserved",
                Map.of("preservedAt", now.toString(), "kept", "login records"),
                Map.of("until", now.plus(Duration.ofDays(90)).toString()));
        return reference;
    }

    /** Their request for what is preserved, acknowledged and not decided. */
    private String asksForWhatIsHeld(String preservation) {
        hold(preservation);
        var request = letters.asks("XD-1");
        db.sql("insert into cooperation.follows (thread, followed) values (:thread, :preservation)")
                .param("thread", row(request).thread())
                .param("preservation", row(preservation).thread())
                .update();
        says(request, "acknowledge", Map.of(), Map.of());
        assertThat(row(preservation).turn()).isEqualTo(Turn.THEIRS);
        return request;
    }

    private void hold(String reference) {
        says(reference, "hold", Map.of("channel", "bag"), Map.of());
        assertThat(row(reference).state()).isEqualTo("Held");
    }

    private String asks(Map<String, Object> more) {
        return recorded(Assistance.ID, with(PracticeAssistance.request(), with(Map.of("penaltyMonths", 60), more)));
    }

    private String recorded(String procedure, Map<String, Object> body) {
        var arrived = new Arrived(Channel.BAG, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), "MJ/17", "", null);
        return correspondence.recordRequest(procedure, "XD-1", body, arrived, official("maren"));
    }

    private static Map<String, Object> with(Map<String, Object> body, Map<String, Object> more) {
        var both = new HashMap<>(body);
        both.putAll(more);
        return both;
    }

    /** Our own act, approved. */
    private void says(String reference, String type, Map<String, Object> body, Map<String, String> facts) {
        var row = row(reference);
        var maren = official("maren");
        var draft = drafts.start(row.procedure(), type, Role.REQUESTED, row.counterpart(), row.thread(), body, maren);
        var saved = drafts.save(draft.id(), draft.version(), body, facts, maren);
        drafts.approve(
                drafts.submit(saved.id(), saved.version(), maren).id(), new Proof.Practice(), null, official("tolva"));
    }

    private RequestRow row(String reference) {
        return requests.find(reference).orElseThrow();
    }
}
