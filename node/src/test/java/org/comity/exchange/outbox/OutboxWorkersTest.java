package org.comity.exchange.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.comity.exchange.Exchange.Status;
import org.comity.exchange.OutgoingQueue;
import org.comity.exchange.SendingFailed;
import org.junit.jupiter.api.Test;

/** What a process that died was at, what another still is at, and what is asked for twice. */
class OutboxWorkersTest extends OutboxCase {

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
        var act = notReached();
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
        var act = notReached();
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
}
