package org.comity.evidence.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.comity.database.CountedStatements;
import org.comity.evidence.CarriedItems;
import org.comity.evidence.Destruction;
import org.comity.evidence.Destruction.Why;
import org.comity.evidence.EvidenceRefused;
import org.comity.evidence.Item;
import org.comity.evidence.ItemArrivals.Arrival;
import org.comity.evidence.ItemArrivals.State;
import org.comity.evidence.ItemsOfThread;
import org.comity.evidence.ManyItems;
import org.comity.exchange.PracticeWorld;
import org.comity.proof.ReadingProgress;
import org.comity.proof.bag.BagWriting;
import org.comity.proof.item.ItemManifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for the first item of a thread holds for the one behind a thousand others. */
class ManyItemsTest {

    private static final String THREAD = "thread";
    private static final String ACT = "a".repeat(64);
    private static final int MANY = Boolean.getBoolean("comity.full") ? 20_000 : 1_001;

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
    void the_last_of_many_travels_by_bag_is_matched_and_is_destroyed() throws Exception {
        var givers = new ManyItems(xb.source, THREAD);
        givers.put(MANY, Item.State.MISSING);
        givers.release("XA-1");
        var takers = new ManyItems(xa.source, THREAD);
        var came = takers.put(MANY, Item.State.MATCHED);
        takers.arrive("XB-1", ACT, State.MATCHED);

        var item = xb.add("the-last.txt", new byte[] {1, 2, 3});
        var manifest = xb.releases().prepare(item, "XA-1", PracticeEnd.PIA);
        xb.releases().release(manifest.sha256(), "XA-1", THREAD, ACT);
        xa.arrivals().expect(manifest.sha256(), "XB-1", THREAD, ACT);
        assertThat(xb.releases().count(THREAD)).isEqualTo(MANY + 1);

        bag("first");
        var second = bag("second");
        xa.bean(CarriedItems.class)
                .take(
                        second.resolve("data/items").resolve(manifest.sha256()),
                        manifest.sha256(),
                        PracticeEnd.PIA,
                        ReadingProgress.SILENT);
        await().until(() -> xa.arrivals().find(manifest.sha256()).orElseThrow().state() == State.MATCHED);

        assertThat(xa.arrivals().underWay(ACT)).isFalse();
        assertThat(xa.arrivals().named(List.of(manifest.sha256(), came.getLast())))
                .extracting(Arrival::state)
                .containsExactly(State.MATCHED, State.MATCHED);
        destroyed(manifest, came);
    }

    private void destroyed(ItemManifest manifest, List<String> came) {
        var destruction = xa.bean(Destruction.class);
        var item = item(manifest);
        xa.evidence().holdByLaw(item.id(), "Case 4711", PracticeEnd.PIA);
        assertThat(destruction.obstacle(THREAD, List.of(came.getFirst(), manifest.sha256())))
                .contains(new Destruction.Obstacle(Why.LEGAL_HOLD, "the-last.txt"));
        xa.evidence().endHoldByLaw(item.id(), PracticeEnd.PIA);

        destruction.destroy(THREAD, List.of(came.getLast(), manifest.sha256()), PracticeEnd.PIA);

        assertThat(item(manifest).state()).isEqualTo(Item.State.DESTROYED);
        assertThat(items().under(THREAD, List.of(came.getLast())))
                .extracting(Item::state)
                .containsExactly(Item.State.DESTROYED);
    }

    @Test
    void what_is_not_found_is_not_declared_destroyed() throws Exception {
        var known = new ManyItems(xa.source, THREAD).put(1, Item.State.MATCHED);
        var destruction = xa.bean(Destruction.class);
        var unknown = "f".repeat(64);
        var both = List.of(known.getFirst(), unknown);

        assertThat(destruction.obstacle(THREAD, both)).contains(new Destruction.Obstacle(Why.NOT_FOUND, unknown));
        assertThatExceptionOfType(EvidenceRefused.class)
                .isThrownBy(() -> destruction.destroy(THREAD, both, PracticeEnd.PIA))
                .satisfies(it -> assertThat(it.code()).isEqualTo("evidence.destroy-not-found"));
        assertThat(items().under(THREAD, known)).extracting(Item::state).containsExactly(Item.State.MATCHED);
        assertThat(destruction.obstacle("another", known))
                .as("an item of another thread is not the one")
                .contains(new Destruction.Obstacle(Why.NOT_FOUND, known.getFirst()));
    }

    @Test
    void a_file_is_found_again_behind_a_thousand_others_and_none_is_left_out_of_what_is_read_through() {
        var many = new ManyItems(xa.source, THREAD);
        var manifests = many.put(1_100, Item.State.SEALED);
        for (int i : List.of(0, 999, 1_000, 1_099)) {
            assertThat(items().whole(THREAD, many.plain(i))).as("file %d", i).hasSize(1);
        }
        var begun = xa.evidence()
                .begin(new org.comity.evidence.Evidence.Beginning("big.dd", "text/plain", THREAD, 9L), PracticeEnd.PIA);
        assertThat(items().begun(THREAD, "", "big.dd", 9)).containsExactly(begun);
        assertThat(items().begun(THREAD, "", "big.dd", 8)).isEmpty();
        assertThat(items().begun(THREAD, "another", "big.dd", 9)).isEmpty();

        var read = new ArrayList<UUID>();
        items().every(THREAD, it -> read.add(it.id()));
        assertThat(read).hasSize(1_101).doesNotHaveDuplicates().endsWith(begun);
        assertThat(items().whole(THREAD)).isEqualTo(1_100);
        assertThat(items().whole(THREAD, "XB-1", List.of(manifests.getFirst()), 1_000))
                .extracting(it -> it.manifest().orElseThrow().sha256())
                .hasSize(1_000)
                .startsWith(manifests.get(1))
                .doesNotContain(manifests.getFirst());
    }

    @Test
    void a_thousand_are_looked_up_with_as_many_statements_as_ten() {
        var manifests = new ManyItems(xa.source, THREAD).put(1_000, Item.State.MATCHED);
        var destruction = xa.bean(Destruction.class);
        // What is asked once, the first time.
        counted(destruction, manifests.subList(0, 1));
        assertThat(counted(destruction, manifests)).isEqualTo(counted(destruction, manifests.subList(0, 10)));
    }

    private int counted(Destruction destruction, List<String> manifests) {
        return CountedStatements.of("evidence", () -> destruction.obstacle(THREAD, manifests));
    }

    private Path bag(String name) throws Exception {
        var bag = folder.resolve(name);
        var writing = new BagWriting(bag, n -> {});
        leftOut.clear();
        assertThat(xb.bean(CarriedItems.class).put(writing, THREAD, leftOut::add))
                .as(name)
                .isOne();
        assertThat(leftOut).as("each that is lost here is named").hasSize(MANY);
        writing.finish(new TreeMap<>(Map.of()), null);
        return bag;
    }

    private Item item(ItemManifest manifest) {
        return items().under(THREAD, List.of(manifest.sha256())).getFirst();
    }

    private ItemsOfThread items() {
        return xa.bean(ItemsOfThread.class);
    }
}
