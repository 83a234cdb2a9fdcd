package org.comity.evidence.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.comity.directory.Directory.Standing;
import org.comity.evidence.Arrivals.Arrival;
import org.comity.evidence.Arrivals.State;
import org.comity.evidence.CustodyEntry;
import org.comity.evidence.CustodyEntry.What;
import org.comity.evidence.EvidenceRefused;
import org.comity.evidence.Item;
import org.comity.proof.ItemManifest.Purpose;
import org.comity.proof.Segments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.jdbc.core.simple.JdbcClient;

class TransferTest extends TwoEnds {

    @Test
    void what_is_released_arrives_verified_and_matched_with_its_custody_on_both_sides() throws Exception {
        var manifest = xb.releases().prepare(item, "XA-1", PracticeEnd.PIA);
        assertThat(xb.releases().prepare(item, "XA-1", PracticeEnd.PIA)).isEqualTo(manifest);
        assertThat(manifest.recipients().getLast().participant()).isEqualTo("XA-1");
        assertThat(manifest.recipients().getLast().purpose()).isEqualTo(Purpose.RECEIVER);

        xa.arrivals().expect(manifest.sha256(), "XB-1", THREAD, ACT);
        // Expected before it is released: the door gives nothing, and patience asks again.
        await().until(() -> "http-404".equals(arrival(manifest).why()));
        release(manifest);
        matched(manifest);

        var arrived = arrival(manifest);
        assertThat(arrived.reached()).isEqualTo(arrived.size());
        var there = xa.evidence().item(arrived.item()).orElseThrow();
        assertThat(there.name()).isEqualTo("talk.log");
        assertThat(there.mediaType()).isEqualTo("text/plain");
        assertThat(there.state()).isEqualTo(Item.State.MATCHED);
        assertThat(there.sealed()).isEqualTo(manifest);
        assertThat(xa.evidence().custody(arrived.item()))
                .extracting(CustodyEntry::what)
                .containsExactly(What.ARRIVING, What.RECEIVED, What.MATCHED);
        assertThat(xb.evidence().custody(item))
                .extracting(CustodyEntry::what)
                .containsExactly(What.ADDING_BEGUN, What.SEALED, What.RELEASED);
        assertThat(xa.news).extracting(it -> it.state()).containsExactly(State.WHOLE, State.MATCHED);
        await().until(() -> {
            var release = xb.releases().ofThread(THREAD).getFirst();
            return release.reached() == release.size();
        });
        same(arrived.item());
    }

    @Test
    void what_is_never_shown_there_is_never_shown_here() throws Exception {
        xb.evidence().keepSealed(item, PracticeEnd.PIA);
        var manifest = xb.releases().prepare(item, "XA-1", PracticeEnd.PIA);
        release(manifest);
        xa.arrivals().expect(manifest.sha256(), "XB-1", THREAD, ACT);
        matched(manifest);

        var there = xa.evidence().item(arrival(manifest).item()).orElseThrow();
        assertThat(there.name()).isEqualTo("talk.log");
        assertThat(there.sealedOnly()).isTrue();
        assertThatExceptionOfType(EvidenceRefused.class)
                .isThrownBy(() -> xa.evidence().viewed(there.id(), PracticeEnd.PIA))
                .satisfies(it -> assertThat(it.code()).isEqualTo("evidence.sealed-only"));
    }

    @Test
    void one_senders_many_items_do_not_stand_before_anothers() {
        var rows = new ArrivalRows(JdbcClient.create(xa.source));
        var later = java.time.Instant.now().plusSeconds(86_400);
        for (int i = 0; i < 201; i++) rows.expect("%064x".formatted(i), "XB-1", THREAD, ACT, later.plusSeconds(i));
        rows.expect("c".repeat(64), "XC-1", THREAD, ACT, later.plusSeconds(500));

        assertThat(rows.due(later.plusSeconds(500), 4, 200))
                .extracting(Arrival::from)
                .containsExactly("XB-1", "XB-1", "XB-1", "XB-1", "XC-1");
    }

    /**
     * With {@code --full} alone: its bound on bytes is one of time, which a busy machine does not keep, and once of some ten
     * runs it was not matched within a minute, for a reason that is not found yet. {@code bench line} kills its receiver too.
     */
    @Test
    @EnabledIfSystemProperty(named = "comity.full", matches = "true")
    void cut_and_both_ends_stopped_at_random_it_goes_on_at_the_byte() throws Exception {
        xa.settings.put("node.evidence.transfer.rate", "1MB");
        xa.stop();
        xa.start();
        var manifest = expected();
        var chance = new Random(5);
        int ends = 0;
        long ending = 0;
        while (arrival(manifest).state() == State.WAITING && ends < 10) {
            long from = arrival(manifest).reached() + 100_000 + chance.nextInt(300_000);
            await().until(() -> arrival(manifest).reached() >= from || arrival(manifest).state() != State.WAITING);
            long began = System.nanoTime();
            switch (ends++ % 3) {
                case 0 -> line.cut();
                case 1 -> {
                    xb.stop();
                    xb.start();
                    line.target = xb.port();
                }
                default -> {
                    xa.stop();
                    xa.start();
                }
            }
            ending += System.nanoTime() - began;
        }
        assertThat(ends).as("each kind of end").isGreaterThan(2);
        matched(manifest);
        same(arrival(manifest).item());
        // Of each break at most a second's bytes come again, and what the line carried while an end was being stopped (1 MB a
        // second); TLS takes its part.
        assertThat(line.carried.get()).isLessThan(SIZE + ends * 1_500_000L + ending / 1_000);
    }

    @Test
    void nobody_but_the_named_node_gets_anything() throws Exception {
        PracticeEnd.at(world, "XC-1", 1);
        var manifest = xb.releases().prepare(item, "XC-1", PracticeEnd.PIA);
        xb.releases().release(manifest.sha256(), "XC-1", THREAD, ACT);
        xa.arrivals().expect(manifest.sha256(), "XB-1", THREAD, ACT);
        await().until(() -> "http-404".equals(arrival(manifest).why()));
        assertThat(arrival(manifest).item()).isNull();
        assertThatExceptionOfType(EvidenceRefused.class)
                .isThrownBy(() -> xb.releases().release(manifest.sha256(), "XA-1", THREAD, ACT))
                .satisfies(it -> assertThat(it.code()).isEqualTo("evidence.not-prepared"));
    }

    @Test
    void a_receiver_whose_keys_are_revoked_gets_nothing() throws Exception {
        var manifest = expected();
        matched(manifest);
        world.standing("XA-1", Standing.REVOKED);
        var again = xb.releases().prepare(xb.add("more.log", plain), "XA-1", PracticeEnd.PIA);
        release(again);
        xa.arrivals().expect(again.sha256(), "XB-1", THREAD, ACT);
        await().until(() -> "http-404".equals(arrival(again).why()));
    }

    @Test
    void a_byte_changed_at_the_sender_is_refused_and_kept_as_nothing() throws Exception {
        var manifest = xb.releases().prepare(item, "XA-1", PracticeEnd.PIA);
        release(manifest);
        // The list of segments was made while the payload was right.
        await().until(() -> xb.bean(SegmentLists.class).of(item, manifest).isPresent());
        try (var file = java.nio.channels.FileChannel.open(
                payload(xb, item), java.nio.file.StandardOpenOption.WRITE)) {
            file.write(java.nio.ByteBuffer.wrap(new byte[100]), Segments.start(4));
        }
        xa.arrivals().expect(manifest.sha256(), "XB-1", THREAD, ACT);
        await().until(() -> arrival(manifest).state() == State.REFUSED);
        assertThat(arrival(manifest).why()).isEqualTo("segment-wrong");
        assertThat(xa.evidence().item(arrival(manifest).item()).orElseThrow().state()).isEqualTo(Item.State.ARRIVING);
        assertThatExceptionOfType(EvidenceRefused.class)
                .isThrownBy(() -> xa.evidence().match(arrival(manifest).item(), null));
        assertThat(xa.news).extracting(it -> it.state()).containsExactly(State.REFUSED);
        // An officer who was told that it is mended has it fetched on.
        xb.bean(SegmentLists.class);
        xa.arrivals().resume(manifest.sha256(), PracticeEnd.PIA);
        await().until(() -> arrival(manifest).state() == State.REFUSED);
    }

    private void same(UUID there) throws Exception {
        assertThat(Arrays.mismatch(
                        Files.readAllBytes(payload(xa, there)), Files.readAllBytes(payload(xb, item))))
                .isEqualTo(-1);
    }
}
