package org.comity.evidence.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.comity.evidence.CarriedItems;
import org.comity.evidence.CustodyEntry;
import org.comity.evidence.CustodyEntry.Event;
import org.comity.evidence.Evidence.Beginning;
import org.comity.evidence.EvidenceRefused;
import org.comity.evidence.Item;
import org.comity.evidence.ItemArrivals.State;
import org.comity.evidence.custody.HandingOverCustody;
import org.comity.evidence.vault.Vault;
import org.comity.evidence.wire.OfferedItem;
import org.comity.exchange.PracticeWorld;
import org.comity.proof.ReadingProgress;
import org.comity.proof.age.AgeHeader;
import org.comity.proof.bag.Bag;
import org.comity.proof.bag.BagWriting;
import org.comity.proof.item.ItemManifest;
import org.comity.sealing.Sealing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What travels on a disk passes the same checks and ends as what comes by wire. */
class CarryingByDiskTest {

    private static final String THREAD = "thread";

    @TempDir
    Path folder;

    private final PracticeWorld world = new PracticeWorld().with("XA-1", null).with("XB-1", null);
    private final List<String> leftOut = new ArrayList<>();
    private PracticeEnd xa;
    private PracticeEnd xb;

    @BeforeEach
    void start() throws Exception {
        xb = new PracticeEnd("XB-1", world, folder.resolve("xb"));
        xa = new PracticeEnd("XA-1", world, folder.resolve("xa"));
        // Nothing answers by wire.
        xb.at(1);
        xa.at(xa.port());
    }

    @AfterEach
    void stop() {
        xa.close();
        xb.close();
    }

    @Test
    void an_item_on_a_disk_is_received_and_matched() throws Exception {
        byte[] plain = random(3_000_000);
        var manifest = delivered(xb.add("talk.log", plain));
        var bag = bag();
        assertThat(Bag.open(bag, Bag.Limits.STANDARD).check().holds()).isTrue();

        var read = new AtomicLong();
        carried().take(folderOf(bag, manifest), manifest.sha256(), PracticeEnd.PIA, counting(read));
        assertThat(read)
                .as("compared, then copied")
                .hasValue(2 * manifest.payload().size());
        await().until(() -> arrival(manifest).state() == State.MATCHED);

        var item = xa.evidence().item(arrival(manifest).item()).orElseThrow();
        assertThat(item.name()).isEqualTo("talk.log");
        assertThat(item.state()).isEqualTo(Item.State.MATCHED);
        assertThat(xa.evidence().custody(item.id()))
                .extracting(CustodyEntry::what)
                .containsExactly(Event.ARRIVING, Event.RECEIVED, Event.MATCHED);
        assertThat(xa.news).extracting(it -> it.state()).containsExactly(State.WHOLE, State.MATCHED);
        assertThat(opened(item.id())).isEqualTo(plain);
        // Again changes nothing.
        carried().take(folderOf(bag, manifest), manifest.sha256(), PracticeEnd.PIA, ReadingProgress.SILENT);
        assertThat(xa.evidence().custody(item.id())).hasSize(3);
    }

    @Test
    void what_is_never_shown_there_is_never_shown_here_and_lies_in_the_folder_it_had() throws Exception {
        var begun = xb.evidence()
                .begin(new Beginning("never.jpg", "image/jpeg", THREAD, 5L, "phone/photos", true), PracticeEnd.PIA);
        xb.evidence().add(begun, 0, new ByteArrayInputStream(new byte[5]));
        xb.evidence().finish(begun, null, PracticeEnd.PIA);
        var manifest = delivered(begun);
        var bag = bag();

        carried().take(folderOf(bag, manifest), manifest.sha256(), PracticeEnd.PIA, ReadingProgress.SILENT);
        await().until(() -> arrival(manifest).state() == State.MATCHED);

        var item = xa.evidence().item(arrival(manifest).item()).orElseThrow();
        assertThat(item.name()).isEqualTo("never.jpg");
        assertThat(item.folder()).isEqualTo("phone/photos");
        assertThat(item.sealedOnly()).isTrue();
        assertThatExceptionOfType(EvidenceRefused.class)
                .isThrownBy(() -> xa.evidence().viewed(item.id(), PracticeEnd.PIA))
                .satisfies(it -> assertThat(it.code()).isEqualTo("evidence.sealed-only"));
    }

    @Test
    void what_is_changed_on_the_way_or_not_expected_is_refused_and_nothing_is_kept() throws Exception {
        var manifest = delivered(xb.add("talk.log", random(3_000_000)));
        var bag = bag();
        refused("not-expected", bag, manifest, "00".repeat(32));
        var payload = folderOf(bag, manifest).resolve("payload");
        byte[] right = Files.readAllBytes(payload);
        byte[] changed = right.clone();
        changed[2_000_000] ^= 1;
        Files.write(payload, changed);
        refused("segment-wrong", bag, manifest, manifest.sha256());
        assertThat(arrival(manifest).state()).as("the line goes on").isEqualTo(State.WAITING);
        Files.write(payload, right);
        carried().take(folderOf(bag, manifest), manifest.sha256(), PracticeEnd.PIA, ReadingProgress.SILENT);
        await().until(() -> arrival(manifest).state() == State.MATCHED);
    }

    @Test
    void a_line_that_stopped_for_a_disk_goes_on_when_the_node_ended_meanwhile() throws Exception {
        var manifest = delivered(xb.add("talk.log", random(1000)));
        var rows = new ArrivalRows(JdbcClient.create(xa.source));
        rows.become(manifest.sha256(), State.PAUSED, ArrivalRows.DISK, xa.clock.instant(), State.WAITING);

        xa.bean(FetchingDue.class).stop();
        xa.bean(FetchingDue.class).start();

        assertThat(arrival(manifest).state()).isEqualTo(State.WAITING);
        rows.become(manifest.sha256(), State.PAUSED, null, xa.clock.instant(), State.WAITING);
        xa.bean(FetchingDue.class).stop();
        xa.bean(FetchingDue.class).start();
        assertThat(arrival(manifest).state()).as("an officer's pause").isEqualTo(State.PAUSED);
    }

    @Test
    void where_line_and_disk_begin_at_once_both_have_the_item_of_the_first() throws Exception {
        var manifest = delivered(xb.add("talk.log", random(1000)));
        var bag = bag();
        var rows = new ArrivalRows(JdbcClient.create(xa.source));
        rows.become(manifest.sha256(), State.PAUSED, null, xa.clock.instant(), State.WAITING);
        var without = arrival(manifest);
        var source = new CarryingByDisk.OnDisk(folderOf(bag, manifest), "XA-1", ReadingProgress.SILENT);
        var taking = xa.bean(AcceptingPayload.class);

        var first = taking.begin(without, source);

        assertThat(taking.begin(without, source)).isEqualTo(first);
        assertThat(arrival(manifest).item()).isEqualTo(first);
    }

    @Test
    void a_manifest_that_is_a_link_or_too_long_is_read_for_no_header_either() throws Exception {
        var manifest = delivered(xb.add("talk.log", random(1000)));
        var item = folderOf(bag(), manifest);
        var onDisk = new CarryingByDisk.OnDisk(item, "XA-1", ReadingProgress.SILENT);
        assertThat(onDisk.whole("header", AgeHeader.LARGEST)).isNotEmpty();
        var json = item.resolve("item.json");
        Files.move(json, folder.resolve("elsewhere.json"));

        Files.createSymbolicLink(json, folder.resolve("elsewhere.json"));
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> onDisk.whole("header", AgeHeader.LARGEST));
        Files.delete(json);
        Files.write(json, new byte[AcceptingPayload.LARGEST_MANIFEST + 1]);
        assertThatExceptionOfType(OfferedItem.Refused.class)
                .isThrownBy(() -> onDisk.whole("header", AgeHeader.LARGEST))
                .satisfies(it -> assertThat(it.code()).isEqualTo("oversized"));
    }

    @Test
    void what_is_held_or_only_prepared_does_not_leave() throws Exception {
        var prepared = xb.add("first.log", random(1000));
        xb.releases().prepare(prepared, "XA-1", PracticeEnd.PIA);
        var manifest = delivered(xb.add("second.log", random(2000)));
        xb.bean(ReleaseRows.class).hold(manifest.sha256(), true);
        assertThat(xb.bean(CarriedItems.class)
                        .put(new BagWriting(folder.resolve("none"), n -> {}), THREAD, leftOut::add))
                .isZero();
        assertThat(leftOut).containsExactly("second.log");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7})
    void a_bag_whose_item_is_destroyed_while_it_is_written_is_refused_and_does_not_look_finished(int piece)
            throws Exception {
        var item = xb.add("talk.log", random(3_000_000));
        delivered(item);
        var bag = folder.resolve("bag");
        var written = new AtomicInteger();
        var writing = new BagWriting(bag, n -> {
            if (written.incrementAndGet() != piece) return;
            assertThat(xb.bean(HandingOverCustody.class).destroying(item, PracticeEnd.PIA))
                    .isTrue();
            xb.removeGivenUp();
        });

        destroyedMeanwhile(writing);
        assertThat(bag.resolve(Bag.DECLARATION)).doesNotExist();
        assertThat(xb.evidence().custody(item)).extracting(CustodyEntry::what).endsWith(Event.DESTROYED);

        destroyedMeanwhile(new BagWriting(bag, n -> {}));
        assertThat(xb.bean(CarriedItems.class)
                        .put(new BagWriting(folder.resolve("another"), n -> {}), THREAD, leftOut::add))
                .isZero();
    }

    private void destroyedMeanwhile(BagWriting writing) {
        assertThatExceptionOfType(EvidenceRefused.class)
                .isThrownBy(() -> xb.bean(CarriedItems.class).put(writing, THREAD, leftOut::add))
                .satisfies(it -> assertThat(it.code()).isEqualTo("evidence.destroyed-meanwhile"))
                .satisfies(it -> assertThat(it.facts()).containsEntry("detail", "talk.log"));
    }

    private void refused(String code, Path bag, ItemManifest manifest, String named) {
        assertThatExceptionOfType(EvidenceRefused.class)
                .isThrownBy(
                        () -> carried().take(folderOf(bag, manifest), named, PracticeEnd.PIA, ReadingProgress.SILENT))
                .satisfies(it -> assertThat(it.code()).isEqualTo("evidence." + code));
    }

    private ItemManifest delivered(UUID item) {
        var act = "a".repeat(64);
        var manifest = xb.releases().prepare(item, "XA-1", PracticeEnd.PIA);
        xb.releases().release(manifest.sha256(), "XA-1", THREAD, act);
        xa.arrivals().expect(manifest.sha256(), "XB-1", THREAD, act);
        return manifest;
    }

    private Path bag() throws IOException {
        var bag = folder.resolve("bag");
        var writing = new BagWriting(bag, n -> {});
        assertThat(xb.bean(CarriedItems.class).put(writing, THREAD, leftOut::add))
                .isOne();
        writing.finish(new TreeMap<>(), null);
        return bag;
    }

    private static Path folderOf(Path bag, ItemManifest manifest) {
        return bag.resolve("data/items").resolve(manifest.sha256());
    }

    private static ReadingProgress counting(AtomicLong read) {
        return new ReadingProgress() {
            @Override
            public void next(String what) {
                throw new UnsupportedOperationException(what);
            }

            @Override
            public void read(long bytes) {
                read.addAndGet(bytes);
            }
        };
    }

    private CarriedItems carried() {
        return xa.bean(CarriedItems.class);
    }

    private org.comity.evidence.ItemArrivals.Arrival arrival(ItemManifest manifest) {
        return xa.arrivals().find(manifest.sha256()).orElseThrow();
    }

    private byte[] opened(UUID item) throws Exception {
        var vault = xa.bean(Vault.class);
        var key = xa.bean(Sealing.class)
                .openItem(vault.headers(item).values().iterator().next());
        var out = new java.io.ByteArrayOutputStream();
        try (var in = Channels.newInputStream(vault.kept(item))) {
            org.comity.proof.item.ItemMatching.read(in, key, (plain, length) -> out.write(plain, 0, length));
        }
        return out.toByteArray();
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
