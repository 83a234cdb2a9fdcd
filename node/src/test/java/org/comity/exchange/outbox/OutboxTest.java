package org.comity.exchange.outbox;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.comity.exchange.Carrier.NotCarried;
import org.comity.exchange.Exchange.Status;
import org.comity.exchange.ExchangeNode;
import org.comity.exchange.OutgoingQueue;
import org.comity.exchange.Parcel;
import org.comity.exchange.Parcel.Action;
import org.comity.exchange.PracticeActs;
import org.comity.exchange.PracticeWorld;
import org.comity.exchange.SendingFailed;
import org.comity.exchange.SettableClock;
import org.comity.proof.Act;
import org.comity.proof.Entry;
import org.comity.proof.SignedEntry;
import org.comity.vocabulary.RuleBroken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.test.util.ReflectionTestUtils;

/** The outbox over a carrier that the test controls. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutboxTest {

    private final SettableClock clock = new SettableClock();
    private final List<Parcel> carried = new CopyOnWriteArrayList<>();
    private volatile String failure;
    private volatile boolean reached;
    private volatile int largest;
    private final AtomicInteger tooSlow = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile CountDownLatch held = new CountDownLatch(0);
    private PracticeWorld world;
    private ExchangeNode shared;
    private ExchangeNode a;

    @BeforeEach
    void start() throws Exception {
        carried.clear();
        underWay.set(0);
        largest = Integer.MAX_VALUE;
        tooSlow.set(0);
        held = new CountDownLatch(0);
        failure = null;
        reached = true;
        if (shared == null) {
            world = new PracticeWorld()
                    .with("XB-1", URI.create("https://127.0.0.1:1/as4"))
                    .with("XC-1", URI.create("https://127.0.0.1:1/as4"))
                    .with("XD-1", null);
            shared = new ExchangeNode("XA-1", world, clock, this::carry, "node.exchange.first-pause=100s");
        } else {
            startAgain();
        }
        a = shared;
    }

    /** As if nothing had ever been sent. */
    private void startAgain() {
        var tables = shared.db().sql("""
                        select string_agg(format('%I.%I', schemaname, tablename), ', ')
                          from pg_tables
                         where schemaname in ('exchange', 'thread')
                        """).query(String.class).single();
        shared.db().sql("truncate " + tables).update();
        ((Map<?, ?>) requireNonNull(ReflectionTestUtils.getField(shared.get(PeerLanes.class), "lanes"))).clear();
        shared.events.clear();
        shared.get(DispatchingOutbox.class).start();
    }

    @AfterEach
    void stop() {
        held.countDown();
        shared.get(DispatchingOutbox.class).stop();
        if (a != shared) {
            a.close();
        }
    }

    @AfterAll
    void close() {
        shared.close();
    }

    private void ofItsOwn(String setting) throws Exception {
        a = new ExchangeNode("XA-1", world, clock, this::carry, setting);
    }

    private void carry(Parcel parcel, org.comity.directory.Participant to) throws NotCarried {
        if (failure != null && parcel.to().equals("XB-1")) {
            throw new NotCarried(failure, reached, "as the test wants");
        }
        if (parcel.ageFiles().size() > largest) {
            tooSlow.incrementAndGet();
            throw new NotCarried("slow-sender", true, "as the test wants");
        }
        if (parcel.action() == Action.ENTRY) {
            underWay.incrementAndGet();
            wait(held);
        }
        carried.add(parcel);
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

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
        failure = "not-reached";
        reached = false;
        var act = send(null);
        await().untilAsserted(() ->
                assertThat(a.exchange().sending(act.id()).lastError()).isEqualTo("not-reached"));
        failure = null;

        a.get(OutgoingQueue.class).heardFrom("XB-1");

        await().untilAsserted(() -> assertThat(status(act)).isEqualTo(Status.DELIVERED));
    }

    @Test
    void once_one_parcel_gets_there_the_others_for_that_peer_need_not_wait() {
        failure = "not-reached";
        reached = false;
        var first = send(null);
        await().untilAsserted(() ->
                assertThat(a.exchange().sending(first.id()).lastError()).isEqualTo("not-reached"));
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
        failure = "not-reached";
        reached = false;
        var act = send(null);
        await().untilAsserted(() ->
                assertThat(a.exchange().sending(act.id()).lastError()).isEqualTo("not-reached"));

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
        failure = "not-reached";
        reached = false;
        var act = send(null);
        await().untilAsserted(() ->
                assertThat(a.exchange().sending(act.id()).lastError()).isEqualTo("not-reached"));

        clock.set(Duration.ofDays(400));
        failsUntil(() -> a.exchange().sending(act.id()).attempts() > GivingUp.LEAST_ATTEMPTS);
        var late = send(null);
        await().untilAsserted(() ->
                assertThat(a.exchange().sending(late.id()).lastError()).isEqualTo("not-reached"));
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
        await().untilAsserted(() ->
                assertThat(a.exchange().sending(act.id()).lastError()).isEqualTo("not-reached"));
        clock.forward(Duration.ofDays(8));
        failsUntil(() -> status(act) == Status.GIVEN_UP && given("a-message"));
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

    private boolean given(String subject) {
        return a.count("exchange.outbox where status = 'GIVEN_UP' and subject = '%s'".formatted(subject)) == 1;
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
        await().untilAsserted(() ->
                assertThat(a.exchange().sending(first.id()).lastError()).isEqualTo("not-reached"));
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

    @Test
    void what_a_courier_carries_has_the_time_that_a_bag_takes() {
        a.get(DispatchingOutbox.class).stop();
        var act = send(null);
        assertThat(a.get(OutgoingQueue.class).handOver("XB-1", it -> {})).isTrue();
        assertThat(status(act)).isEqualTo(Status.DELIVERED);

        clock.forward(Duration.ofDays(13));
        a.get(NoticingSilence.class).look();
        assertThat(a.events).doesNotHaveAnyElementsOfTypes(SendingFailed.class);

        clock.forward(Duration.ofDays(2));
        a.get(NoticingSilence.class).look();
        a.get(NoticingSilence.class).look();
        assertThat(a.events)
                .filteredOn(SendingFailed.class::isInstance)
                .containsExactly(failed(act, "no-entry-by-courier"));
    }

    @Test
    void an_act_whose_text_was_deleted_does_not_hold_up_the_courier() {
        a.get(DispatchingOutbox.class).stop();
        var gone = send(null);
        var next = send(null);
        a.db().sql("update thread.container set whole = false where act = :act")
                .param("act", gone.id())
                .update();

        assertThat(a.get(OutgoingQueue.class).handOver("XB-1", carried::add)).isTrue();

        assertThat(status(next)).isEqualTo(Status.DELIVERED);
        assertThat(status(gone)).isEqualTo(Status.GIVEN_UP);
        assertThat(a.events).contains(failed(gone, "text-deleted"));
        assertThat(carried).hasSize(1);
    }

    @Test
    void what_was_under_way_when_the_process_died_is_repeated_at_its_next_start() {
        failure = "not-reached";
        reached = false;
        var act = send(null);
        await().untilAsserted(() ->
                assertThat(a.exchange().sending(act.id()).lastError()).isEqualTo("not-reached"));
        a.get(DispatchingOutbox.class).stop();
        a.db().sql("update exchange.outbox set claimed_by = 'main', claimed_until = :until")
                .param("until", clock.instant().plus(Duration.ofMinutes(3)).atOffset(java.time.ZoneOffset.UTC))
                .update();
        failure = null;

        a.get(DispatchingOutbox.class).start();

        await().untilAsserted(() -> assertThat(status(act)).isEqualTo(Status.DELIVERED));
    }

    @Test
    void a_claim_of_ours_that_no_worker_holds_is_freed_at_once() {
        failure = "not-reached";
        reached = false;
        var act = send(null);
        await().untilAsserted(() ->
                assertThat(a.exchange().sending(act.id()).lastError()).isEqualTo("not-reached"));
        failure = null;

        // As a hiccup of the database leaves it: claimed, and the worker fell with its connection.
        a.db().sql("update exchange.outbox set claimed_by = 'main', claimed_until = :until, next_attempt = :now")
                .param("until", clock.instant().plus(Duration.ofMinutes(3)).atOffset(java.time.ZoneOffset.UTC))
                .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .update();

        await().untilAsserted(() -> assertThat(status(act)).isEqualTo(Status.DELIVERED));
    }

    @Test
    void what_a_worker_is_still_at_is_not_repeated_however_long_it_takes() {
        held = new CountDownLatch(1);
        a.get(OutgoingQueue.class).entry("XB-1", entry(1));
        await().until(() -> underWay.get() == 1);

        for (int i = 0; i < 5; i++) {
            clock.forward(Duration.ofMinutes(2));
            a.get(WorkerClaims.class).look();
            await().until(() -> claimedUntil().isAfter(clock.instant().plus(Duration.ofMinutes(1))));
        }
        assertThat(underWay).hasValue(1);

        held.countDown();
        await().until(() -> a.count("exchange.outbox where status = 'DELIVERED'") == 1);
        assertThat(carried).hasSize(1);
    }

    private Instant claimedUntil() {
        return a.db().sql("select claimed_until from exchange.outbox where action = 'ENTRY'")
                .query(java.time.OffsetDateTime.class)
                .single()
                .toInstant();
    }

    @Test
    void what_is_asked_for_again_and_again_leaves_one_row() {
        var outgoing = a.get(OutgoingQueue.class);
        for (int i = 1; i <= 3; i++) {
            int times = i;
            outgoing.entry("XB-1", entry(1));
            await().until(() -> carried.size() == times);
            await().until(() -> a.count("exchange.outbox where status = 'DELIVERED'") == 1);
        }
        assertThat(a.count("exchange.outbox")).isEqualTo(1);
    }

    @Test
    void a_bundle_that_was_too_slow_leaves_in_halves() throws Exception {
        oneParcelAtATime();
        largest = 2;
        a.get(DispatchingOutbox.class).stop();
        for (int i = 0; i < 8; i++) send(null);

        a.get(DispatchingOutbox.class).start();

        await().until(() -> {
            clock.forward(Duration.ofSeconds(101));
            return a.count("exchange.outbox where status = 'DELIVERED'") == 8;
        });
        assertThat(carried).allSatisfy(it -> assertThat(it.ageFiles()).hasSizeLessThanOrEqualTo(2));
        assertThat(tooSlow)
                .as("the largest first, and never again that many at once")
                .hasValueLessThan(8);
    }

    @Test
    void entries_for_one_peer_leave_together_and_apart_when_one_is_refused() {
        failure = "not-a-party";
        a.get(DispatchingOutbox.class).stop();
        var outgoing = a.get(OutgoingQueue.class);
        for (int n = 1; n <= 3; n++) {
            outgoing.entry("XB-1", entry(n));
        }
        failure = null;
        a.get(DispatchingOutbox.class).start();
        await().untilAsserted(() -> assertThat(carried).hasSize(1));

        failure = "not-a-party";
        for (int n = 4; n <= 5; n++) {
            outgoing.entry("XB-1", entry(n));
        }
        await().untilAsserted(() ->
                assertThat(a.events).filteredOn(SendingFailed.class::isInstance).hasSize(2));
    }

    @Test
    void entries_that_come_while_a_parcel_of_entries_is_under_way_leave_together_after_it() {
        var outgoing = a.get(OutgoingQueue.class);
        held = new CountDownLatch(1);
        outgoing.entry("XB-1", entry(1));
        await().until(() -> underWay.get() == 1);
        for (int n = 2; n <= 4; n++) {
            outgoing.entry("XB-1", entry(n));
        }
        var act = send(null);
        await().untilAsserted(() -> assertThat(status(act)).isEqualTo(Status.DELIVERED));

        held.countDown();

        await().untilAsserted(() -> assertThat(a.db().sql(
                                "select count(*) from exchange.outbox where status = 'DELIVERED' and action = 'ENTRY'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(4));
        assertThat(carried).filteredOn(it -> it.action() == Action.ENTRY).hasSize(2);
    }

    @Test
    void small_acts_that_wait_for_one_peer_leave_together_and_a_large_one_alone() throws Exception {
        oneParcelAtATime();
        a.get(DispatchingOutbox.class).stop();
        var small = List.of(send(null), send(null), send(null));
        a.get(OutgoingQueue.class).act("XB-1", "another", send(null, "XC-1").id(), true, clock.instant());

        a.get(DispatchingOutbox.class).start();

        await().untilAsserted(() ->
                assertThat(carried).filteredOn(it -> it.to().equals("XB-1")).hasSize(2));
        assertThat(carried)
                .filteredOn(it -> it.to().equals("XB-1"))
                .extracting(it -> it.ageFiles().size())
                .containsExactlyInAnyOrder(3, 1);
        await().untilAsserted(() ->
                assertThat(small).allSatisfy(it -> assertThat(status(it)).isEqualTo(Status.DELIVERED)));
    }

    /** Else a second parcel may take one of the rows that the first was about to. */
    private void oneParcelAtATime() throws Exception {
        ofItsOwn("node.exchange.at-once=1");
    }

    @Test
    void acts_that_were_refused_together_are_sent_again_one_by_one() throws Exception {
        oneParcelAtATime();
        failure = "broken-seal";
        a.get(DispatchingOutbox.class).stop();
        var acts = List.of(send(null), send(null));
        a.get(DispatchingOutbox.class).start();

        await().untilAsserted(() ->
                assertThat(acts).allSatisfy(it -> assertThat(status(it)).isEqualTo(Status.GIVEN_UP)));
        assertThat(a.events).filteredOn(SendingFailed.class::isInstance).hasSize(2);
        assertThat(acts)
                .allSatisfy(it ->
                        assertThat(a.exchange().sending(it.id()).attempts()).isEqualTo(2));
    }

    @Test
    void entries_rest_after_a_parcel_of_entries() throws Exception {
        ofItsOwn("node.exchange.pace=1h");
        var outgoing = a.get(OutgoingQueue.class);
        outgoing.entry("XB-1", entry(1));
        await().until(() -> a.get(PeerLanes.class).resting("XB-1").contains(Action.ENTRY));

        outgoing.entry("XB-1", entry(2));
        outgoing.entry("XC-1", entry(3));
        var act = send(null);

        await().untilAsserted(() -> assertThat(status(act)).isEqualTo(Status.DELIVERED));
        await().untilAsserted(() -> assertThat(carried).hasSize(3));
        assertThat(carried)
                .filteredOn(it -> it.action() == Action.ENTRY)
                .extracting(Parcel::to)
                .containsExactly("XB-1", "XC-1");
        await().until(() -> a.count("exchange.outbox where status = 'QUEUED'") == 1);
    }

    @Test
    void small_acts_rest_after_a_parcel_and_a_large_one_does_not() throws Exception {
        ofItsOwn("node.exchange.pace=1h");
        var first = send(null);
        await().until(() -> a.get(PeerLanes.class).resting("XB-1").contains(Action.ACT));

        var second = send(null);
        var elsewhere = send(null, "XC-1");
        a.get(OutgoingQueue.class).act("XB-1", "another", send(null, "XC-1").id(), true, clock.instant());

        await().untilAsserted(() ->
                assertThat(carried).filteredOn(it -> it.to().equals("XB-1")).hasSize(2));
        assertThat(status(first)).isEqualTo(Status.DELIVERED);
        await().untilAsserted(() -> assertThat(status(elsewhere)).isEqualTo(Status.DELIVERED));
        assertThat(status(second)).isEqualTo(Status.QUEUED);
    }

    private static SignedEntry entry(int n) {
        return new SignedEntry(
                new Entry(
                        PracticeWorld.NETWORK,
                        "00000000-0000-0000-0000-000000000001",
                        n,
                        Entry.NOTHING_BEFORE,
                        "%064d".formatted(n),
                        Entry.NOTHING_BEFORE,
                        Instant.EPOCH,
                        Entry.EFFECTIVE,
                        Entry.NOTHING_BEFORE),
                "AAAA");
    }

    private Act send(Instant notBefore) {
        return send(notBefore, "XB-1");
    }

    private Act send(Instant notBefore, String to) {
        var act = PracticeActs.request("XA-1", to).act();
        a.exchange().send(a.seal(act), notBefore);
        return act;
    }

    private Status status(Act act) {
        return a.exchange().sending(act.id()).status();
    }

    private static SendingFailed failed(Act act, String code) {
        return new SendingFailed(act.id(), act.envelope().thread(), code);
    }
}
