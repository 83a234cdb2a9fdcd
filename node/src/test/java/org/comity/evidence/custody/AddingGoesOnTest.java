package org.comity.evidence.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.comity.evidence.Evidence;
import org.comity.evidence.Item.State;
import org.comity.proof.form.Digests;
import org.junit.jupiter.api.Test;

/** Adding goes on after a broken line, a restart, a torn chunk; one at a time. */
class AddingGoesOnTest extends OneNodesItems {

    @Test
    void adding_goes_on_where_the_line_broke_and_after_a_restart_at_the_last_whole_chunk() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("AddingGoesOnTest -Dseed=" + seed);
        var chance = new Random(seed);
        var id = begin((long) SIZE);
        int at = 0;
        for (int round = 0; at < SIZE; round++) {
            int n = Math.min(SIZE - at, chance.nextInt(200_000));
            int from = at;
            if (chance.nextBoolean()) {
                assertThatIOException().isThrownBy(() -> evidence.add(id, from, breaking(from, n)));
            } else {
                evidence.add(id, from, new ByteArrayInputStream(plain, from, n));
            }
            at += n;
            assertThat(evidence.reached(id)).isEqualTo(at);
            if (round % 2 == 0) {
                evidence = practice.start();
                assertThat(evidence.reached(id)).isEqualTo(at == 0 ? 0 : (at - 1) / CHUNK * CHUNK);
                at = (int) evidence.reached(id);
                if (round > 40) break;
            }
        }
        evidence.add(id, at, new ByteArrayInputStream(plain, at, SIZE - at));
        evidence.finish(id, Digests.sha256(plain), PIA);
        assertThat(evidence.match(id, PIA).state()).isEqualTo(State.MATCHED);
    }

    @Test
    void a_torn_chunk_is_sealed_again_only_with_the_same_bytes() throws Exception {
        var id = begin(null);
        evidence.add(id, 0, new ByteArrayInputStream(plain, 0, 10 * CHUNK));
        evidence = practice.start();
        var payload = adding(id).resolve("payload");
        byte[] torn = Arrays.copyOf(Files.readAllBytes(payload), 16 + 7 * (CHUNK + 16) + 1000);
        Files.write(payload, torn);
        assertThat(evidence.reached(id)).isEqualTo(7L * CHUNK);

        byte[] other = plain.clone();
        other[7 * CHUNK + 500] ^= 1;
        refused(
                "other-bytes",
                () -> evidence.add(id, 7L * CHUNK, new ByteArrayInputStream(other, 7 * CHUNK, 3 * CHUNK)));
        assertThat(Files.readAllBytes(payload)).isEqualTo(torn);

        assertThat(evidence.add(id, 7L * CHUNK, new ByteArrayInputStream(plain, 7 * CHUNK, SIZE - 7 * CHUNK)))
                .isEqualTo(SIZE);
        evidence.finish(id, Digests.sha256(plain), PIA);
        assertThat(evidence.match(id, PIA).state()).isEqualTo(State.MATCHED);
    }

    @Test
    void after_a_restart_only_what_came_behind_the_mark_is_read_before_it_goes_on() throws Exception {
        var id = begin((long) SIZE);
        evidence.add(id, 0, new ByteArrayInputStream(plain, 0, 20 * CHUNK + 5));
        evidence = practice.start();
        // Nobody reads these bytes to answer; whoever seals does.
        var payload = adding(id).resolve("payload");
        byte[] right = Files.readAllBytes(payload);
        byte[] changed = right.clone();
        changed[16 + 3 * (CHUNK + 16) + 7] ^= 1;
        Files.write(payload, changed);
        assertThat(evidence.reached(id)).isEqualTo(20L * CHUNK);

        evidence.add(id, 20L * CHUNK, new ByteArrayInputStream(plain, 20 * CHUNK, SIZE - 20 * CHUNK));
        refused("stored-damaged", () -> evidence.finish(id, Digests.sha256(plain), PIA));
        assertThat(evidence.item(id).orElseThrow().state()).isEqualTo(State.ADDING);

        byte[] now = Files.readAllBytes(payload);
        System.arraycopy(right, 0, now, 0, right.length);
        Files.write(payload, now);
        int at = (int) evidence.reached(id);
        evidence.add(id, at, new ByteArrayInputStream(plain, at, SIZE - at));
        evidence.finish(id, Digests.sha256(plain), PIA);
        assertThat(evidence.match(id, PIA).state()).isEqualTo(State.MATCHED);
    }

    @Test
    void a_mark_that_says_more_than_lies_on_the_disk_counts_for_nothing() throws Exception {
        var id = begin(null);
        evidence.add(id, 0, new ByteArrayInputStream(plain, 0, 10 * CHUNK));
        evidence = practice.start();
        var payload = adding(id).resolve("payload");
        Files.write(payload, Arrays.copyOf(Files.readAllBytes(payload), 16 + 4 * (CHUNK + 16) + 9));
        assertThat(evidence.reached(id)).isEqualTo(4L * CHUNK);
        evidence = practice.start();
        Files.writeString(adding(id).resolve("mark"), "nonsense");
        assertThat(evidence.reached(id)).isEqualTo(4L * CHUNK);
        evidence.add(id, 4L * CHUNK, new ByteArrayInputStream(plain, 4 * CHUNK, SIZE - 4 * CHUNK));
        evidence.finish(id, Digests.sha256(plain), PIA);
        assertThat(Files.exists(kept(id).resolve("mark"))).isFalse();
    }

    @Test
    void the_first_bytes_are_told_by_their_hash_so_that_nobody_goes_on_with_another_file() throws Exception {
        var id = begin((long) SIZE);
        assertThat(evidence.part(id)).isEmpty();
        evidence.add(id, 0, new ByteArrayInputStream(plain, 0, 3 * CHUNK + 77));
        assertThat(evidence.part(id)).hasValue(part(3 * CHUNK + 77));
        assertThat(evidence.reached(id)).isEqualTo(3L * CHUNK + 77);

        evidence = practice.start();
        assertThat(evidence.part(id)).hasValue(part(3 * CHUNK));
        evidence.add(id, 3L * CHUNK, new ByteArrayInputStream(plain, 3 * CHUNK, 5 * CHUNK));
        assertThat(evidence.part(id)).hasValue(part(3 * CHUNK));
    }

    /** Between a list's query and its look at each item, any of them may move on. */
    @Test
    void what_was_sealed_or_given_up_meanwhile_stands_in_nobodys_way() throws Exception {
        var sealed = begin((long) SIZE);
        evidence.add(sealed, 0, new ByteArrayInputStream(plain));
        assertThat(evidence.stored(sealed)).isPositive();
        var left = begin(null);
        evidence.add(left, 0, new ByteArrayInputStream(plain, 0, 3 * CHUNK));

        evidence.finish(sealed, null, PIA);
        evidence.giveUp(left, PIA);

        for (var each : List.of(sealed, left)) {
            assertThat(evidence.stored(each)).isZero();
            assertThat(evidence.part(each)).isEmpty();
        }
    }

    private Evidence.Part part(int size) {
        return new Evidence.Part(size, Digests.sha256(Arrays.copyOf(plain, size)));
    }

    @Test
    void one_item_is_added_to_by_one_at_a_time() throws Exception {
        var id = begin(null);
        var nested = new InputStream() {
            private boolean asked;

            @Override
            public int read() {
                if (!asked) refused("busy", () -> evidence.add(id, 0, whole()));
                asked = true;
                return -1;
            }
        };
        evidence.add(id, 0, nested);
        assertThat(evidence.add(id, 0, whole())).isEqualTo(SIZE);
    }

    @Test
    void more_items_than_are_kept_open_lose_nothing_but_the_last_part() throws Exception {
        var ids = new UUID[] {begin(null), begin(null), begin(null), begin(null)};
        for (var each : ids) evidence.add(each, 0, new ByteArrayInputStream(plain, 0, 3 * CHUNK + 7));
        assertThat(evidence.reached(ids[0])).isEqualTo(3L * CHUNK);
        assertThat(evidence.reached(ids[3])).isEqualTo(3L * CHUNK + 7);
    }

    private InputStream breaking(int from, int n) {
        return new SequenceInputStream(new ByteArrayInputStream(plain, from, n), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the line broke");
            }
        });
    }
}
