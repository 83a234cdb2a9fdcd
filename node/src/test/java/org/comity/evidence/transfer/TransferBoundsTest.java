package org.comity.evidence.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.comity.evidence.ItemArrivals.Arrival;
import org.comity.evidence.ItemArrivals.State;
import org.comity.proof.item.ItemManifest;
import org.junit.jupiter.api.Test;

/** What begins by itself has bounds; beyond them an officer says so, and no one's items stop another's. */
class TransferBoundsTest extends TwoEnds {

    @Test
    void an_item_larger_than_what_begins_by_itself_waits_for_an_officer() throws Exception {
        restarted("node.evidence.transfer.by-itself", "3MB");
        var manifest = expected();

        await().until(() -> arrival(manifest).state() == State.PAUSED);
        assertThat(arrival(manifest).why()).isEqualTo("needs-officer");
        assertThat(arrival(manifest).reached()).isZero();
        assertThat(xa.log).contains("evidence.waits-for-officer");
        assertThat(xa.bean(BoundRows.class).toPress(Set.of())).isEqualTo(Map.of("XB-1", 1L));
        assertThat(xa.bean(BoundRows.class).toPress(Set.of(arrival(manifest).thread())))
                .as("where its request is closed")
                .isEmpty();
        assertThat(xa.bean(BoundRows.class).anyToPress(Set.of())).isTrue();
        assertThat(xa.bean(BoundRows.class).anyToPress(Set.of(arrival(manifest).thread())))
                .isFalse();
        assertThat(xa.bean(DeliveriesNotice.class).notice(PracticeEnd.PIA)).isPresent();

        xa.arrivals().resume(manifest.sha256(), PracticeEnd.PIA);

        matched(manifest);
        assertThat(xa.bean(DeliveriesNotice.class).notice(PracticeEnd.PIA)).isEmpty();
    }

    @Test
    void one_sender_takes_up_so_much_and_another_is_served_meanwhile() throws Exception {
        restarted("node.evidence.transfer.of-one-sender", "8MB");
        var first = expected();
        matched(first);
        var second = sent(xb, "second.log");
        matched(second);

        var third = sent(xb, "third.log");
        await().until(() -> arrival(third).state() == State.PAUSED);
        assertThat(arrival(third).why()).isEqualTo("sender-bound");
        assertThat(arrival(third).reached()).isZero();

        try (var xc = new PracticeEnd("XC-1", world, folder.resolve("xc"))) {
            xc.at(xc.port());
            matched(sent(xc, "another.log"));
        }
        assertThat(arrival(third).state()).isEqualTo(State.PAUSED);
    }

    @Test
    void nothing_is_fetched_into_the_part_of_the_disk_that_stays_free() throws Exception {
        xa.room = SIZE;
        var manifest = expected();

        await().until(() -> "no-space".equals(arrival(manifest).why()));
        assertThat(arrival(manifest).reached()).isZero();

        xa.room = Long.MAX_VALUE;
        await().until(() -> {
            xa.clock.forward(Duration.ofMinutes(2));
            return arrival(manifest).state() == State.MATCHED;
        });
    }

    @Test
    void that_part_is_a_share_of_the_disk() throws Exception {
        xa.disk = 10L << 30;
        xa.room = (1L << 30) + SIZE;
        var manifest = expected();
        await().until(() -> "no-space".equals(arrival(manifest).why()));

        xa.room = (1L << 30) + 64L * SIZE;
        await().untilAsserted(() -> {
            xa.clock.forward(Duration.ofMinutes(2));
            assertThat(arrival(manifest))
                    .extracting(Arrival::state)
                    .as("%s", arrival(manifest))
                    .isEqualTo(State.MATCHED);
        });
    }

    private void restarted(String key, String value) {
        xa.settings.put(key, value);
        xa.stop();
        xa.start();
    }

    private ItemManifest sent(PracticeEnd from, String name) throws Exception {
        var manifest = from.releases().prepare(from.add(name, plain), "XA-1", PracticeEnd.PIA);
        from.releases().release(manifest.sha256(), "XA-1", THREAD, ACT);
        xa.arrivals().expect(manifest.sha256(), from.id, THREAD, ACT);
        return manifest;
    }
}
