package org.comity.proof.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.comity.proof.Refusals.assertRefused;

import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Random;
import org.comity.proof.age.AgeHeader;
import org.comity.proof.age.HybridIdentity;
import org.comity.proof.age.PayloadLayout;
import org.comity.proof.form.Digests;
import org.comity.proof.item.ItemManifest.Purpose;
import org.comity.proof.tree.MerkleTree;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("long")
class ItemTest {

    /** Each run has a seed of its own, so that few rounds a run come to many. */
    private static final int ROUNDS = Boolean.getBoolean("comity.full") ? 20 : 6;

    private static final int SEGMENT = PayloadSegments.CHUNKS * PayloadLayout.CHUNK;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, SEGMENT - 1, SEGMENT, SEGMENT + 1, 2 * SEGMENT, 3_333_333})
    void what_is_sealed_opens_and_matches(int size) throws Exception {
        var item = TestItems.of(size);
        assertThat(item.payload()).hasSize((int) PayloadLayout.size(size));
        assertThat(item.manifest().plain()).isEqualTo(new ItemManifest.Plain(Digests.sha256(item.plain()), size));
        assertThat(item.read(item.key()).matches(item.manifest())).isTrue();
        var opened = new ByteArrayOutputStream();
        var found = ItemMatching.read(
                new ByteArrayInputStream(item.payload()), item.key(), (plain, n) -> opened.write(plain, 0, n));
        assertThat(found.brokenChunk()).isEqualTo(-1);
        assertThat(opened.toByteArray()).isEqualTo(item.plain());
        assertThat(item.read(null).payload()).isEqualTo(item.manifest().payload());
        assertThat(item.manifest().commitment()).isEqualTo(item.key().commitment());
    }

    @Test
    void the_tree_is_that_of_its_segments_and_each_is_checked_alone() {
        for (int size : new int[] {0, 5, SEGMENT, SEGMENT + 1, 5 * SEGMENT + 77}) {
            var item = TestItems.of(size);
            long count = PayloadSegments.count(item.payload().length);
            var leaves = new ArrayList<byte[]>();
            for (long i = 0; i < count; i++) leaves.add(MerkleTree.leaf(segment(item, i)));
            assertThat(MerkleTree.root(leaves))
                    .isEqualTo(item.manifest().payload().rootBytes());
            for (int i = 0; i < count; i++) {
                byte[] segment = segment(item, i);
                var path = MerkleTree.inclusion(leaves, i);
                var payload = item.manifest().payload();
                assertThat(PayloadSegments.verify(payload, i, segment, segment.length, path))
                        .isTrue();
                assertThat(PayloadSegments.verify(payload, i + 1L, segment, segment.length, path))
                        .isFalse();
                assertThat(PayloadSegments.verify(payload, i, segment, segment.length - 1, path))
                        .isFalse();
                segment[segment.length / 2] ^= 1;
                assertThat(PayloadSegments.verify(payload, i, segment, segment.length, path))
                        .isFalse();
            }
        }
    }

    private static byte[] segment(TestItems item, long i) {
        int start = (int) PayloadSegments.start(i);
        return Arrays.copyOfRange(item.payload(), start, start + PayloadSegments.length(i, item.payload().length));
    }

    @Test
    void any_bytes_open_without_the_rest() throws Exception {
        var item = TestItems.of(2_500_001);
        var read = new long[1];
        var reader = item.key()
                .reader(
                        (into, position) -> {
                            int n = into.remaining();
                            into.put(item.payload(), (int) position, n);
                            read[0] += n;
                            return n;
                        },
                        item.payload().length);
        var chance = new Random(3);
        for (int i = 0; i < 10 * ROUNDS; i++) {
            int from = chance.nextInt(item.plain().length);
            var into = ByteBuffer.allocate(chance.nextInt(200_000));
            int n = reader.read(from, into);
            assertThat(Arrays.copyOf(into.array(), n))
                    .isEqualTo(Arrays.copyOfRange(
                            item.plain(), from, Math.min(item.plain().length, from + into.capacity())));
        }
        assertThat(reader.read(item.plain().length, ByteBuffer.allocate(1))).isZero();
        read[0] = 0;
        reader.read(1_000_000, ByteBuffer.allocate(10));
        assertThat(read[0]).isLessThanOrEqualTo(PayloadLayout.SEALED_CHUNK);
    }

    @Test
    void a_payload_that_was_cut_does_not_open_at_all() {
        var item = TestItems.of(3 * 65_536);
        for (int length : new int[] {
            0, 15, 16, 31, 32, (int) PayloadLayout.start(1), (int) PayloadLayout.start(2), item.payload().length - 1
        }) {
            byte[] cut = Arrays.copyOf(item.payload(), length);
            assertThatThrownBy(() -> item.key()
                            .reader(
                                    (into, position) -> {
                                        int n = into.remaining();
                                        into.put(cut, (int) position, n);
                                        return n;
                                    },
                                    cut.length))
                    .isInstanceOf(GeneralSecurityException.class);
        }
    }

    @Test
    void sealing_goes_on_behind_whole_chunks_and_gives_the_same_item() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("ItemTest -Dseed=" + seed);
        var chance = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            var item = TestItems.of(chance.nextInt(4 * SEGMENT));
            long all = PayloadLayout.chunks(item.plain().length);
            int whole = chance.nextInt((int) all);
            var out = new ByteArrayOutputStream();
            out.write(item.payload(), 0, (int) PayloadLayout.start(whole));
            byte[] nonce = Arrays.copyOf(item.payload(), PayloadLayout.NONCE);
            int known = chance.nextInt(whole + 1);
            var behind =
                    new ByteArrayInputStream(item.payload(), (int) PayloadLayout.start(known), item.payload().length);
            assertThat(ItemSealing.authentic(item.key(), nonce, known, behind)).isEqualTo(all - 1);
            try (var sealing = ItemSealing.resume(item.key(), nonce, whole, out)) {
                assertThat(sealing.out()).isEqualTo((long) whole * PayloadLayout.CHUNK);
                int at = whole * PayloadLayout.CHUNK;
                while (at < item.plain().length) {
                    int n = Math.min(item.plain().length - at, 1 + chance.nextInt(300_000));
                    sealing.write(item.plain(), at, n);
                    at += n;
                    if (chance.nextBoolean()) assertThat(sealing.flush()).isLessThanOrEqualTo(at);
                }
                assertThat(sealing.end()).isEqualTo(item.plain().length);
            }
            assertThat(out.toByteArray()).isEqualTo(item.payload());
        }
    }

    @Test
    void what_is_out_has_a_hash_before_the_rest_has_come() throws Exception {
        var item = TestItems.of(2 * SEGMENT);
        try (var sealing = ItemSealing.begin(item.key(), new ByteArrayOutputStream())) {
            sealing.write(item.plain(), 0, SEGMENT + 70_000);
            int out = (int) sealing.flush();
            assertThat(out).isEqualTo(SEGMENT + 65_536);
            assertThat(sealing.outSha256()).contains(Digests.sha256(Arrays.copyOf(item.plain(), out)));
            assertThat(sealing.writtenSha256()).contains(Digests.sha256(Arrays.copyOf(item.plain(), SEGMENT + 70_000)));
            sealing.write(item.plain(), SEGMENT + 70_000, item.plain().length - SEGMENT - 70_000);
            assertThat(sealing.finish().plain()).isEqualTo(item.manifest().plain());
        }
    }

    @Test
    void a_further_recipient_means_a_new_header_and_the_same_payload() throws Exception {
        var item = TestItems.of(100_000);
        var another = HybridIdentity.generate();
        byte[] held = item.header(Purpose.HOLDER);
        var key = ItemKey.open(AgeHeader.of(held), TestItems.HOLDER);
        byte[] header = key.header(another.recipient()).bytes();
        var opened = ItemKey.open(AgeHeader.of(header), another);
        assertThat(opened.commitment()).isEqualTo(item.manifest().commitment());
        assertThat(item.read(opened).matches(item.manifest())).isTrue();
        assertThatThrownBy(() -> ItemKey.open(AgeHeader.of(held), another))
                .isInstanceOf(UnsupportedRecipientStanzaException.class);
    }

    @Test
    void a_manifest_is_read_as_it_was_written_and_nothing_else_is() {
        var manifest = TestItems.of(70_000).manifest();
        assertThat(ItemManifest.read(manifest.json())).isEqualTo(manifest);
        String json = new String(manifest.json(), StandardCharsets.UTF_8);
        assertRefused("item-size", () -> read(json.replace("\"size\":70000", "\"size\":70001")));
        assertRefused("field", () -> read(json.replace("comity-item/1", "comity-item/2")));
        assertRefused("field", () -> read(json.replace("\"receiver\"", "\"reader\"")));
        assertRefused("fields", () -> read(json.replace("\"format\"", "\"formats\"")));
        assertRefused("not-canonical", () -> read(json + " "));
        assertRefused("too-many", () -> read(json.substring(0, json.indexOf("\"recipients\"")) + "\"recipients\":[]}"));
    }

    private static void read(String json) {
        ItemManifest.read(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void sizes() {
        assertThat(PayloadLayout.plain(31)).isEqualTo(-1);
        assertThat(PayloadLayout.plain(32)).isZero();
        assertThat(PayloadLayout.plain(PayloadLayout.size(65_536) + 16)).isEqualTo(-1);
        for (long size : new long[] {0, 1, 65_536, 65_537, 1L << 40, (1L << 40) + 1}) {
            assertThat(PayloadLayout.plain(PayloadLayout.size(size))).isEqualTo(size);
        }
        assertThat(PayloadSegments.count(PayloadLayout.size(0))).isEqualTo(1);
        assertThat(PayloadSegments.count(PayloadLayout.size(SEGMENT))).isEqualTo(1);
        assertThat(PayloadSegments.count(PayloadLayout.size(SEGMENT + 1L))).isEqualTo(2);
    }
}
