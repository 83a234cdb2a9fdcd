package org.comity.casework.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.comity.directory.DirectoryWatch;
import org.comity.exchange.PeerClocks;
import org.comity.thread.ThreadKeeping;
import org.comity.thread.Threads.KeptAct;
import org.comity.ui.HealthLine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is held, followed, disputed, bound, interrupted or doubted stays until that is over. */
class KeptByReasonTest extends RetentionCase {

    @Autowired
    private MarkingForDeletion marking;

    @Test
    void a_lawyer_holds_it_by_law_with_a_reason_and_until_that_ends_nothing_goes() throws Exception {
        var request = ended();
        var path = "/requests/" + request.reference();
        answered(403, "duty-officer", post(path + "/legal-hold").param("why", "Case 14/26"));
        assertThat(answered(409, "lawyer", post(path + "/legal-hold").param("why", " ")))
                .contains("1 to 500 characters");
        answered(409, "lawyer", post(path + "/legal-hold").param("why", "x".repeat(501)));
        redirected("lawyer", post(path + "/legal-hold").param("why", "x".repeat(500)));
        answered(409, "lawyer", post(path + "/legal-hold").param("why", "Again"));
        redirected("lawyer", post(path + "/legal-hold/end"));
        answered(409, "lawyer", post(path + "/legal-hold/end"));
        redirected("lawyer", post(path + "/legal-hold").param("why", "Case 14/26"));

        run(YEAR, threadKeeping);

        assertThat(kept(request.thread())).isTrue();
        assertThat(page("lawyer", path, "en")).contains("Case 14/26", "End the hold");
        assertThat(page("duty-officer", path, "ar")).contains("Case 14/26").doesNotContain("/legal-hold");
        assertThat(page("oversight", "/oversight?subject=" + request.reference(), "en"))
                .contains(
                        "Request or joint thread held by law",
                        "Hold by law ended",
                        "Requests and joint threads held by law",
                        "Case 14/26");
        redirected("lawyer", post(path + "/legal-hold/end"));
        run(YEAR, threadKeeping);
        assertThat(kept(request.thread())).isFalse();
    }

    @Test
    void what_is_followed_disputed_or_bound_by_evidence_stays_until_that_is_over() {
        var request = ended();
        var other = sent("XD-1", emergency(), "maren");
        var follower = requests.find(other.reference()).orElseThrow().thread();
        db.sql("insert into cooperation.follows (thread, followed) values (:f, :t)")
                .param("f", follower)
                .param("t", request.thread())
                .update();
        var disputed = ended();
        db.sql("update thread.thread set disputed = 'effect' where id = :t")
                .param("t", disputed.thread())
                .update();
        var delivered = ended();
        item(delivered.thread(), "ADDING", null);
        var held = ended();
        item(held.thread(), "GIVEN_UP", "Case 14/26");

        run(YEAR, threadKeeping);

        assertThat(List.of(request, disputed, delivered, held))
                .allSatisfy(it -> assertThat(kept(it.thread())).isTrue());
        assertThat(keeping.why(threads.find(request.thread()).orElseThrow())).contains(ReasonsToKeep.Why.FOLLOWED);
        assertThat(keeping.why(threads.find(delivered.thread()).orElseThrow())).contains(ReasonsToKeep.Why.USE_LIMIT);
        assertThat(keeping.why(threads.find(held.thread()).orElseThrow()))
                .contains(ReasonsToKeep.Why.EVIDENCE_HELD_BY_LAW);

        db.sql("update cooperation.request set turn = 'NOBODY' where thread = :t")
                .param("t", follower)
                .update();
        db.sql("""
                insert into cooperation.dispute_settlement (thread, words, continued_in, proposed_by, proposed_at, second, seconded_at)
                values (:t, 'Agreed.', '', 'maren', :at, 'tolva', :at)
                """)
                .param("t", disputed.thread())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        db.sql(
                        "update evidence.item set state = 'GIVEN_UP', legal_hold = null, removed_at = begun_at where thread in (:a, :b)")
                .param("a", delivered.thread())
                .param("b", held.thread())
                .update();
        run(YEAR, threadKeeping);
        assertThat(List.of(request, disputed, delivered, held))
                .allSatisfy(it -> assertThat(kept(it.thread())).isFalse());
    }

    /** However many steps ahead. */
    @Test
    void what_follows_it_and_is_held_by_law_keeps_it_too() {
        var request = ended();
        var between = ended();
        var last = ended();
        db.sql("insert into cooperation.follows (thread, followed) values (:b, :r), (:l, :b)")
                .param("r", request.thread())
                .param("b", between.thread())
                .param("l", last.thread())
                .update();
        assertThat(words.followed(request.thread())).isFalse();
        db.sql("insert into cooperation.legal_hold (thread, why, set_by, set_at) values (:t, 'x', 'lawyer', :at)")
                .param("t", last.thread())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();

        assertThat(words.followed(request.thread())).isTrue();
        assertThat(words.followed(last.thread())).isFalse();

        db.sql("delete from cooperation.legal_hold where thread = :t")
                .param("t", last.thread())
                .update();
    }

    @Test
    void what_a_kill_interrupts_goes_on_with_the_acts_that_are_left() {
        run(YEAR, threadKeeping);
        var request = ended();
        copies(threads.opening(request.thread()).orElseThrow().id(), 45);
        var killed = new AtomicInteger(ForgettingRequests.ACTS + 5);

        run(YEAR, dying(killed));
        assertThat(threads.newest(request.thread()).stream().filter(KeptAct::bodyKept))
                .hasSize(47 - ForgettingRequests.ACTS);
        run(YEAR, threadKeeping);

        assertThat(threads.newest(request.thread())).noneMatch(KeptAct::bodyKept);
        assertThat(told(request.thread())).containsOnlyOnce("thread.forgotten");
    }

    @Test
    void the_page_says_on_which_day_and_health_says_whether_a_rule_is_set() throws Exception {
        var request = ended();
        assertThat(page("duty-officer", "/requests/" + request.reference(), "en"))
                .contains("No retention rule is set");
        assertThat(page("administrator", "/admin/health", "en")).contains("No rule is set", "node.retention.after-end");

        run(Duration.ofDays(3650), threadKeeping);
        var rule = rule(Duration.ofDays(3650), clock);
        assertThat(rule.due(threads.find(request.thread()).orElseThrow().changedAt()))
                .hasValue(
                        threads.find(request.thread()).orElseThrow().changedAt().plus(Duration.ofDays(3650)));
        var job = job(YEAR, clock, threadKeeping);
        assertThat(new RetentionLines(rule(YEAR, clock), job, marking).lines())
                .singleElement()
                .satisfies(it -> assertThat(it.word()).isEqualTo("waits"));
        job.turn();
        assertThat(new RetentionLines(rule(YEAR, clock), job, marking).lines())
                .singleElement()
                .satisfies(it -> assertThat(it.state()).isEqualTo(HealthLine.State.GOOD))
                .satisfies(it -> assertThat(it.word()).isEqualTo("ran"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetentionSettings(Duration.ofDays(29), Duration.ZERO));
        assertThat(new RetentionSettings(Duration.ofDays(30), Duration.ZERO).afterEnd())
                .isEqualTo(Duration.ofDays(30));
    }

    @Test
    void what_is_due_is_marked_first_and_goes_after_a_week_of_running() {
        var request = ended();
        rule(YEAR, clock).note();
        var job = job(YEAR, at(clock.instant().plus(YEAR).plusSeconds(60)), threadKeeping);

        job.turn();
        running = running.plus(MarkingForDeletion.WAIT).minusMillis(1);
        job.turn();
        assertThat(kept(request.thread()))
                .as("not a week yet, whatever the clock says")
                .isTrue();
        running = running.plusMillis(1);
        job.turn();

        assertThat(kept(request.thread())).isFalse();
        assertThat(markRows.marked("request/" + request.thread())).isEmpty();
    }

    @Test
    void a_mark_that_a_wrong_clock_made_goes_when_the_clock_is_right_again() {
        var request = ended();
        rule(YEAR, clock).note();
        job(YEAR, at(clock.instant().plus(YEAR).plusSeconds(60)), threadKeeping).turn();
        assertThat(markRows.marked("request/" + request.thread())).isPresent();

        job(YEAR, clock, threadKeeping).turn();

        assertThat(markRows.marked("request/" + request.thread())).isEmpty();
    }

    @Test
    void while_log_directory_or_peers_speak_against_the_clock_nothing_goes_and_all_waits_anew() {
        var request = ended();
        rule(YEAR, clock).note();
        var ahead = at(clock.instant().plus(Duration.ofDays(400)));
        var marked = job(YEAR, ahead, threadKeeping);
        marked.turn();
        running = running.plus(MarkingForDeletion.WAIT);

        var byLog = job(YEAR, ahead, threadKeeping, ahead);
        byLog.turn();
        assertThat(byLog.ran().doubt()).isEqualTo(DoubtingClock.Why.LOG);
        assertThat(new RetentionLines(rule(YEAR, clock), byLog, marking).lines())
                .singleElement()
                .satisfies(it -> assertThat(it.word()).isEqualTo("doubted-log"));
        assertThat(markRows.count()).isZero();

        when(watch.warnings())
                .thenReturn(List.of(new DirectoryWatch.Warning("not-confirmed", "XA-1", Map.of(), clock.instant())));
        var byDirectory = job(YEAR, ahead, threadKeeping);
        week(byDirectory);
        assertThat(byDirectory.ran().doubt()).isEqualTo(DoubtingClock.Why.DIRECTORY);

        when(watch.warnings()).thenReturn(List.of());
        when(peers.differences()).thenReturn(List.of(new PeerClocks.Difference("XB-1", Duration.ofDays(-400))));
        var byPeers = job(YEAR, ahead, threadKeeping);
        week(byPeers);
        assertThat(byPeers.ran().doubt()).isEqualTo(DoubtingClock.Why.PEERS);
        assertThat(kept(request.thread())).isTrue();

        when(peers.differences())
                .thenReturn(List.of(
                        new PeerClocks.Difference("XB-1", Duration.ofDays(-400)),
                        new PeerClocks.Difference("XC-1", Duration.ofSeconds(2))));
        week(job(YEAR, ahead, threadKeeping));
        assertThat(kept(request.thread())).as("one peer alone stops nothing").isFalse();
    }

    /** As the node dies: this deletion and what its transaction did before are not there. */
    private ThreadKeeping dying(AtomicInteger after) {
        return (ThreadKeeping) Proxy.newProxyInstance(
                ThreadKeeping.class.getClassLoader(), new Class<?>[] {ThreadKeeping.class}, (_, method, arguments) -> {
                    if (method.getName().equals("forgetBody") && after.decrementAndGet() < 0) {
                        throw new IllegalStateException("killed");
                    }
                    try {
                        return method.invoke(threadKeeping, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void copies(String act, int more) {
        db.sql("""
                insert into thread.act (id, thread, type, ours, envelope, container_hash, kept_at)
                select lpad(to_hex(i), 64, 'c'), thread, type, false, envelope, container_hash, kept_at + i * interval '1 s'
                  from thread.act, generate_series(1, :more) i
                 where id = :act
                """).param("act", act).param("more", more).update();
        db.sql(
                        "insert into thread.body (act, json) select lpad(to_hex(i), 64, 'c'), json from thread.body, generate_series(1, :more) i where act = :act")
                .param("act", act)
                .param("more", more)
                .update();
        db.sql(
                        "insert into thread.container (act, bytes) select lpad(to_hex(i), 64, 'c'), bytes from thread.container, generate_series(1, :more) i where act = :act")
                .param("act", act)
                .param("more", more)
                .update();
    }

    private void item(String thread, String state, String hold) {
        db.sql("""
                insert into evidence.item (id, name, folder, media_type, thread, state, begun_at, begun_by, sealed_only, legal_hold)
                values (gen_random_uuid(), 'a', '', 'text/plain', :t, :s, :at, 'maren', false, :h)
                """)
                .param("t", thread)
                .param("s", state)
                .param("h", hold)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
