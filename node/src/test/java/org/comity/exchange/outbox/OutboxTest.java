package org.comity.exchange.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.comity.clock.RetryPause;
import org.comity.exchange.Exchange.Status;
import org.comity.exchange.JointSendings;
import org.comity.exchange.OutgoingQueue;
import org.comity.exchange.Parcel;
import org.comity.exchange.Parcel.Action;
import org.comity.exchange.PracticeActs;
import org.comity.proof.form.CanonicalJson;
import org.comity.thread.JointThreads;
import org.comity.vocabulary.RuleBroken;
import org.junit.jupiter.api.Test;

/** What waits for a peer leaves, is tried again, ends in a person, or is taken back. */
class OutboxTest extends OutboxCase {

    @Test
    void an_act_leaves_at_the_commit() {
        var act = send(null);

        await().untilAsserted(() -> assertThat(status(act)).isEqualTo(Status.DELIVERED));
        assertThat(carried).extracting(Parcel::action).containsExactly(Action.ACT);
        assertThat(carried.getFirst().directory()).isNotNull();
    }

    @Test
    void a_counterpart_without_a_node_gets_nothing_by_wire() {
        var act = PracticeActs.request("XA-1", "XD-1").act();
        a.exchange().send(a.seal(act), null);

        assertThat(status(act)).isEqualTo(Status.NOTHING_TO_SEND);
        assertThat(a.count("exchange.outbox")).isZero();
    }

    @Test
    void what_is_not_reached_is_tried_again_after_a_pause_and_gets_there() {
        failure = "not-reached";
        reached = false;
        var act = send(null);
        await().untilAsserted(() -> {
            assertThat(a.exchange().sending(act.id()).attempts()).isEqualTo(1);
            assertThat(a.exchange().sending(act.id()).lastError()).isEqualTo("not-reached");
        });
        var sending = a.exchange().sending(act.id());
        assertThat(sending.nextAttempt())
                .isBetween(clock.instant(), clock.instant().plusSeconds(100));

        failure = null;
        clock.forward(Duration.ofSeconds(101));

        await().untilAsserted(() -> assertThat(status(act)).isEqualTo(Status.DELIVERED));
        assertThat(a.exchange().sending(act.id()).attempts()).isEqualTo(2);
    }

    @Test
    void a_peer_that_speaks_to_us_is_tried_at_once() {
        var act = notReached();
        failure = null;

        a.get(OutgoingQueue.class).heardFrom("XB-1");

        await().untilAsserted(() -> assertThat(status(act)).isEqualTo(Status.DELIVERED));
    }

    @Test
    void once_one_parcel_gets_there_the_others_for_that_peer_need_not_wait() {
        var first = notReached();
        a.db().sql("update exchange.outbox set next_attempt = next_attempt + interval '1 hour'")
                .update();
        failure = null;

        var second = send(null);

        await().untilAsserted(() -> assertThat(status(second)).isEqualTo(Status.DELIVERED));
        await().untilAsserted(() -> assertThat(status(first)).isEqualTo(Status.DELIVERED));
    }

    @Test
    void the_pauses_double_up_to_the_longest_with_jitter() {
        var patience =
                new RetryPause(Duration.ofSeconds(2), Duration.ofMinutes(10), RandomGenerator.of("L64X128MixRandom"));

        assertThat(patience.after(1)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(patience.after(4)).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(16));
        assertThat(patience.after(40)).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(10));
        assertThat(patience.after(1_000_000)).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(10));
    }

    @Test
    void a_refusal_that_cannot_pass_ends_in_a_person() {
        failure = "not-canonical";
        var act = send(null);

        // The person is told within the transaction that ends it.
        await().untilAsserted(() -> assertThat(status(act)).isEqualTo(Status.GIVEN_UP));
        assertThat(a.events).contains(failed(act, "not-canonical"));
    }

    @Test
    void after_days_of_trying_a_person_is_told_and_it_ends() {
        var act = notReached();

        clock.forward(Duration.ofDays(8));
        failsUntil(() -> a.exchange().sending(act.id()).attempts() >= GivingUp.LEAST_ATTEMPTS);

        await().untilAsserted(() -> assertThat(status(act)).isEqualTo(Status.GIVEN_UP));
        assertThat(a.events).contains(failed(act, "not-reached"));
    }

    /** Each time the pause before the next attempt is over. */
    private void failsUntil(BooleanSupplier enough) {
        await().until(() -> {
            clock.forward(Duration.ofSeconds(200));
            return enough.getAsBoolean();
        });
    }

    @Test
    void a_clock_that_is_set_ahead_gives_nothing_up_and_what_it_put_off_leaves_when_it_is_right_again() {
        var act = notReached();

        clock.set(Duration.ofDays(400));
        failsUntil(() -> a.exchange().sending(act.id()).attempts() > GivingUp.LEAST_ATTEMPTS);
        var late = send(null);
        notReached(late);
        assertThat(status(act)).isEqualTo(Status.QUEUED);

        failure = null;
        clock.set(Duration.ofDays(-400));
        a.get(GivingUp.class).tidy();

        await().untilAsserted(
                        () -> assertThat(List.of(status(act), status(late))).containsOnly(Status.DELIVERED));
    }

    @Test
    void what_was_given_up_waits_again_when_its_peer_is_heard_from_and_what_was_refused_does_not() {
        failure = "not-canonical";
        var refused = send(null);
        await().untilAsserted(() -> assertThat(status(refused)).isEqualTo(Status.GIVEN_UP));
        failure = "not-reached";
        reached = false;
        var act = send(null);
        var thread = PracticeActs.request("XA-1", "XB-1").act().envelope().thread();
        a.get(OutgoingQueue.class).message("XB-1", thread, "a-message", "{}".getBytes());
        // Days count from the first attempt: one that is not made yet would count from after they have passed.
        await().until(() -> a.count("exchange.outbox where status = 'QUEUED' and tried_since is not null") == 2);
        clock.forward(Duration.ofDays(8));
        failsUntil(() -> a.count("exchange.outbox where status = 'GIVEN_UP' and last_error = 'not-reached'") == 2);
        clock.forward(Duration.ofDays(8));
        a.get(GivingUp.class).tidy();
        failure = null;

        a.get(OutgoingQueue.class).heardFrom("XB-1");

        await().untilAsserted(() -> assertThat(status(act)).isEqualTo(Status.DELIVERED));
        await().untilAsserted(
                        () -> assertThat(carried).extracting(Parcel::action).contains(Action.MESSAGE));
        assertThat(status(refused)).isEqualTo(Status.GIVEN_UP);
        assertThat(a.count("ledger.line where what = 'sending.taken-up-again'")).isOne();
    }

    private static final String JOINT = "00000000-0000-8000-8000-000000000001";

    @Test
    void what_ends_again_after_it_was_read_is_told_again() {
        var rows = a.get(GivenUpRows.class);
        var joint = a.get(JointSendings.class);
        var far = clock.instant().plus(Duration.ofDays(100));
        long id = waitsFar("an-act", far);
        rows.giveUp(id, clock.instant(), "not-reached", true);
        assertThat(joint.unread()).hasSize(1);
        joint.read(JOINT);
        assertThat(joint.unread()).isEmpty();

        assertThat(rows.takeUpAgain("XB-1", far)).isOne();
        rows.giveUp(id, clock.instant(), "oversized", true);

        assertThat(joint.unread()).extracting(JointSendings.GivenUp::code).containsExactly("oversized");
    }

    @Test
    void of_acts_that_we_only_bring_or_copy_nobody_is_told() {
        var joint = a.get(JointSendings.class);
        a.db().sql("""
                insert into thread.joint (id, procedure, convention, drill, opener, keeper, standing, opened_at, changed_at)
                values (:id, 'gathering/1', 'uncc/1', false, 'XB-1', 'XC-1', 'PARTY', now(), now())
                """).param("id", JOINT).update();
        for (var author : List.of("XA-1", "XB-1")) {
            var act = PracticeActs.request(author, "XC-1").act();
            a.db().sql("""
                    insert into thread.joint_act (id, thread, author, envelope, kept_at)
                    values (:id, :thread, :author, :envelope, now())
                    """)
                    .param("id", act.id())
                    .param("thread", JOINT)
                    .param("author", author)
                    .param("envelope", CanonicalJson.write(act.envelope().json()))
                    .update();
            for (var to : List.of("XB-1", "XC-1")) {
                endsFor(to, act.id());
            }
        }

        assertThat(joint.of(JOINT)).hasSize(4);
        assertThat(joint.unread()).singleElement().satisfies(it -> {
            assertThat(it.to()).isEqualTo("XC-1");
            assertThat(a.get(JointThreads.class).author(it.subject())).hasValue("XA-1");
        });
    }

    private void endsFor(String to, String act) {
        var far = clock.instant().plus(Duration.ofDays(100));
        a.get(OutgoingQueue.class).act(to, JOINT, act, true, far);
        long id = a.db().sql("select max(id) from exchange.outbox")
                .query(Long.class)
                .single();
        a.get(GivingUp.class)
                .giveUp(
                        new OutboxRow(id, to, Action.ACT, JOINT, act, null, 1, true, clock.instant(), null),
                        "oversized");
    }

    private long waitsFar(String act, Instant far) {
        a.get(OutgoingQueue.class).act("XB-1", JOINT, act, true, far);
        return a.db().sql("select id from exchange.outbox where subject = :act")
                .param("act", act)
                .query(Long.class)
                .single();
    }

    @Test
    void one_peer_that_is_stuck_holds_up_nobody_else() {
        failure = "not-reached";
        reached = false;
        send(null);
        var other = PracticeActs.request("XA-1", "XC-1").act();
        a.exchange().send(a.seal(other), null);

        await().untilAsserted(() -> assertThat(status(other)).isEqualTo(Status.DELIVERED));
    }

    @Test
    void acts_of_one_thread_leave_in_their_order() {
        failure = "not-reached";
        reached = false;
        var first = send(null);
        var second = PracticeActs.following(first, "complete", "XA-1", "XB-1", "requesting")
                .act();
        a.exchange().send(a.seal(second), null);
        notReached(first);
        assertThat(a.exchange().sending(second.id()).attempts()).isZero();

        failure = null;
        clock.forward(Duration.ofSeconds(101));

        await().untilAsserted(() -> assertThat(status(second)).isEqualTo(Status.DELIVERED));
        assertThat(a.exchange().sending(first.id()).status()).isEqualTo(Status.DELIVERED);
        assertThat(a.exchange().sending(second.id()).attempts()).isEqualTo(1);
    }

    @Test
    void a_held_act_waits_for_its_hour_and_can_be_taken_back_until_it_leaves() {
        var held = send(clock.instant().plus(Duration.ofHours(8)));
        var recalled = send(clock.instant().plus(Duration.ofHours(8)));
        assertThat(status(held)).isEqualTo(Status.HELD);

        a.exchange().recall(recalled.id(), "the wrong account");
        assertThat(status(recalled)).isEqualTo(Status.RECALLED);
        assertThat(carried).isEmpty();
        clock.forward(Duration.ofHours(8));

        await().untilAsserted(() -> assertThat(status(held)).isEqualTo(Status.DELIVERED));
        assertThat(carried).hasSize(1);
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> a.exchange().recall(held.id(), "too late"))
                .satisfies(it -> assertThat(it.code()).isEqualTo("exchange.already-left"));
        assertThat(status(recalled)).isEqualTo(Status.RECALLED);
    }

    @Test
    void without_an_entry_for_ten_minutes_a_person_is_told_once_and_entries_are_fetched() {
        var act = send(null);
        await().untilAsserted(() -> assertThat(status(act)).isEqualTo(Status.DELIVERED));
        clock.forward(Duration.ofMinutes(9));
        a.get(NoticingSilence.class).look();
        assertThat(a.events).doesNotContain(failed(act, "no-entry"));

        clock.forward(Duration.ofMinutes(2));
        a.get(NoticingSilence.class).look();
        a.get(NoticingSilence.class).look();

        assertThat(a.events).filteredOn(failed(act, "no-entry")::equals).hasSize(1);
        await().untilAsserted(
                        () -> assertThat(carried).extracting(Parcel::action).containsExactly(Action.ACT, Action.FETCH));
    }
}
