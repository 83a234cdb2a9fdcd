package org.comity.exchange.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.comity.exchange.Exchange.Status;
import org.comity.exchange.ExchangeNode;
import org.comity.exchange.OutgoingQueue;
import org.comity.exchange.Parcel;
import org.comity.exchange.Parcel.Action;
import org.comity.exchange.SendingFailed;
import org.junit.jupiter.api.Test;

/** What waits for one peer leaves together, rests, and is taken apart when refused. */
class OutboxParcelsTest extends OutboxCase {

    private void ofItsOwn(String setting) throws Exception {
        a = new ExchangeNode("XA-1", world, clock, this::carry, setting);
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
        await().untilAsserted(() -> assertThat(status(first)).isEqualTo(Status.DELIVERED));
        await().untilAsserted(() -> assertThat(status(elsewhere)).isEqualTo(Status.DELIVERED));
        assertThat(status(second)).isEqualTo(Status.QUEUED);
    }
}
