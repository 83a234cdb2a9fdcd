package org.comity.evidence.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.comity.directory.Directory.Validity;
import org.comity.evidence.CustodyEntry;
import org.comity.evidence.CustodyEntry.Event;
import org.comity.evidence.EvidenceRefused;
import org.comity.evidence.Item;
import org.comity.evidence.ItemArrivals.Arrival;
import org.comity.evidence.ItemArrivals.State;
import org.comity.proof.form.Digests;
import org.comity.proof.item.ItemManifest.Purpose;
import org.comity.proof.item.PayloadSegments;
import org.junit.jupiter.api.Test;
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
                .containsExactly(Event.ARRIVING, Event.RECEIVED, Event.MATCHED);
        assertThat(xb.evidence().custody(item))
                .extracting(CustodyEntry::what)
                .containsExactly(Event.ADDING_BEGUN, Event.SEALED, Event.RELEASED);
        assertThat(xa.news).extracting(it -> it.state()).containsExactly(State.WHOLE, State.MATCHED);
        await().until(() -> {
            var release = xb.releases().newest(THREAD, 1).getFirst();
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

    /** Its line broke, or no item travelled, while the clock was ahead. */
    @Test
    void a_clock_that_went_back_leaves_no_item_waiting_for_a_far_day() {
        var fetching = xa.bean(FetchingDue.class);
        fetching.stop();
        var broken = waits("line", Duration.ofHours(20));
        var hours = waits("hours", Duration.ofDays(20));
        var asked = waits("http-503", Duration.ofDays(20));
        waits("hours", Duration.ofHours(20));
        waits("http-503", Duration.ofHours(20));
        waits("no-space", Duration.ofMinutes(1));

        fetching.clockWentBack();

        assertThat(new ArrivalRows(JdbcClient.create(xa.source)).due(xa.clock.instant(), 9, 9))
                .extracting(Arrival::manifest)
                .containsExactlyInAnyOrder(broken, hours, asked);
    }

    private String waits(String why, Duration wait) {
        var rows = new ArrivalRows(JdbcClient.create(xa.source));
        var manifest = Digests.sha256((why + wait).getBytes(UTF_8));
        rows.expect(manifest, "XB-1", THREAD, ACT, xa.clock.instant());
        rows.wait(manifest, why, 1, xa.clock.instant().plus(wait));
        return manifest;
    }

    @Test
    void what_comes_of_a_closed_request_takes_no_place_on_a_page() {
        var rows = new ArrivalRows(JdbcClient.create(xa.source));
        var later = java.time.Instant.now().plusSeconds(86_400);
        for (int i = 0; i < 30; i++) {
            rows.expect("%064x".formatted(1_000 + i), "XB-1", i < 10 ? "closed" : "open", ACT, later.minusSeconds(i));
        }

        assertThat(rows.all(Set.of("closed"), 20, 0))
                .extracting(Arrival::thread)
                .hasSize(20)
                .containsOnly("open");
        assertThat(rows.all(Set.of(), 10, 0)).extracting(Arrival::thread).containsOnly("closed");
        assertThat(new ReleaseRows(JdbcClient.create(xa.source)).released(Set.of("closed"), 20, 0))
                .isEmpty();
    }

    @Test
    void cut_and_both_ends_stopped_at_random_it_goes_on_at_the_byte() throws Exception {
        var chance = new Random(5);
        xa.taken.most(40_000 + chance.nextInt(110_000));
        var manifest = expected();
        for (int ends = 0; ends < 6; ends++) {
            // So much has come, and no byte more comes before the end.
            await().until(xa.taken::quiet);
            switch (ends % 3) {
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
            assertThat(arrival(manifest).state()).isEqualTo(State.WAITING);
            xa.taken.most(xa.taken.bytes() + 40_000 + chance.nextInt(340_000));
        }
        xa.taken.most(Long.MAX_VALUE);
        matched(manifest);
        same(arrival(manifest).item());
        assertThat(xa.taken.bytes())
                .as("each byte once")
                .isEqualTo(arrival(manifest).size());
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
        world.standing("XA-1", Validity.REVOKED);
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
        try (var file = java.nio.channels.FileChannel.open(payload(xb, item), java.nio.file.StandardOpenOption.WRITE)) {
            file.write(java.nio.ByteBuffer.wrap(new byte[100]), PayloadSegments.start(2));
        }
        xa.arrivals().expect(manifest.sha256(), "XB-1", THREAD, ACT);
        await().until(() -> arrival(manifest).state() == State.REFUSED);
        assertThat(arrival(manifest).why()).isEqualTo("segment-wrong");
        assertThat(xa.evidence().item(arrival(manifest).item()).orElseThrow().state())
                .isEqualTo(Item.State.ARRIVING);
        assertThat(xa.evidence().item(arrival(manifest).item()).flatMap(xa.arrivals()::stopped))
                .contains(State.REFUSED);
        var altered = xa.evidence()
                .item(arrival(manifest).item())
                .flatMap(xa.arrivals()::altered)
                .orElseThrow();
        assertThat(altered.number()).isEqualTo(3);
        assertThat(altered.first()).isEqualTo(PayloadSegments.start(2));
        assertThat(altered.last())
                .isEqualTo(Math.min(PayloadSegments.start(3), manifest.payload().size()) - 1);
        assertThat(altered.signed()).matches("[0-9a-f]{64}").isNotEqualTo(altered.came());
        assertThat(altered.came()).matches("[0-9a-f]{64}");
        assertThatExceptionOfType(EvidenceRefused.class)
                .isThrownBy(() -> xa.evidence().match(arrival(manifest).item(), null));
        assertThat(xa.news).extracting(it -> it.state()).containsExactly(State.REFUSED);
        // An officer who was told that it is mended has it fetched on.
        xb.bean(SegmentLists.class);
        xa.arrivals().resume(manifest.sha256(), PracticeEnd.PIA);
        await().until(() -> arrival(manifest).state() == State.REFUSED);
    }

    /** A vault that fails while a range is under way: nobody else may come by for weeks. */
    @Test
    void a_disk_that_fails_in_the_middle_of_a_range_has_the_item_read_from_end_to_end() throws Exception {
        var manifest = xb.releases().prepare(item, "XA-1", PracticeEnd.PIA);
        release(manifest);
        await().until(() -> xb.bean(SegmentLists.class).of(item, manifest).isPresent());
        xb.readable = 300_000;
        xa.arrivals().expect(manifest.sha256(), "XB-1", THREAD, ACT);

        await().until(() -> JdbcClient.create(xb.source)
                .sql("select unread_at is not null from evidence.item where id = :id")
                .param("id", item)
                .query(Boolean.class)
                .single());

        xb.readable = Long.MAX_VALUE;
        matched(manifest);
        same(arrival(manifest).item());
    }

    private void same(UUID there) throws Exception {
        assertThat(Arrays.mismatch(Files.readAllBytes(payload(xa, there)), Files.readAllBytes(payload(xb, item))))
                .isEqualTo(-1);
    }
}
