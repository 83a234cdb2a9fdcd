package org.comity.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.comity.proof.log.Checkpoint;
import org.comity.proof.register.Entry;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.tree.KeptTree;
import org.comity.proof.tree.MerkleTree;
import org.junit.jupiter.api.Test;

/** A feed is read once, however many ask, and nobody waits for another feed. */
class FeedLeavesTest {

    private final AtomicLong nanos = new AtomicLong();
    private final FeedLeaves leaves = new FeedLeaves(nanos::get);
    private final List<SignedEntry> feed = new ArrayList<>();
    private long read;

    @Test
    void each_entry_is_read_once_and_paths_are_those_of_the_tree() {
        for (int size : new int[] {1, 7, 7, 1_200, 5, 1_201}) {
            while (feed.size() < size) say("e" + feed.size());
            for (int index : new int[] {0, size / 2, size - 1}) {
                assertThat(leaves.under(head(size), this::after, it -> it.inclusion(index)))
                        .hasValueSatisfying(it ->
                                assertThat(it).containsExactlyElementsOf(MerkleTree.inclusion(hashes(size), index)));
            }
        }
        assertThat(read).isEqualTo(1_201);
    }

    @Test
    void a_head_that_does_not_fit_has_the_feed_read_again_once_a_minute_and_no_more() {
        for (int n = 0; n < 10; n++) say("e" + n);
        var other = new Checkpoint("comity/XS-1/feed.public", 10, "0".repeat(64));
        for (int n = 0; n < 5; n++) {
            assertThat(leaves.under(other, this::after, KeptTree::root)).isEmpty();
        }
        assertThat(read).as("twice, by the first alone").isEqualTo(20);
        assertThat(leaves.under(head(10), this::after, KeptTree::root))
                .as("the right one")
                .isPresent();

        assertThat(leaves.under(other, this::after, KeptTree::root)).isEmpty();
        read = 0;
        nanos.addAndGet(FeedLeaves.PATIENCE.toNanos());
        assertThat(leaves.under(other, this::after, KeptTree::root)).isEmpty();
        assertThat(read).isPositive();
    }

    @Test
    void a_feed_that_was_begun_anew_is_read_anew() {
        for (int n = 0; n < 10; n++) say("e" + n);
        assertThat(leaves.under(head(10), this::after, KeptTree::root)).isPresent();
        feed.clear();
        for (int n = 0; n < 12; n++) say("other" + n);

        assertThat(leaves.under(head(12), this::after, it -> it.inclusion(3)))
                .hasValueSatisfying(
                        it -> assertThat(it).containsExactlyElementsOf(MerkleTree.inclusion(hashes(12), 3)));
    }

    @Test
    void a_feed_that_is_being_read_keeps_no_other_waiting() throws Exception {
        say("e0");
        var another = new Checkpoint("comity/XS-2/feed.public", 1, head(1).root());
        try (var threads = Executors.newSingleThreadExecutor()) {
            Callable<Boolean> other =
                    () -> leaves.under(another, this::after, KeptTree::root).isPresent();
            assertThat(leaves.under(
                            head(1),
                            (after, limit) -> {
                                try {
                                    assertThat(threads.submit(other).get(1, TimeUnit.MINUTES))
                                            .isTrue();
                                } catch (Exception waited) {
                                    throw new AssertionError(waited);
                                }
                                return after(after, limit);
                            },
                            KeptTree::root))
                    .isPresent();
        }
    }

    private void say(String word) {
        feed.add(new SignedEntry(
                new Entry(
                        PracticeHosts.NETWORK,
                        "00000000-0000-8000-8000-000000000000",
                        feed.size() + 1L,
                        Entry.NOTHING_BEFORE,
                        HexFormat.of().formatHex(MerkleTree.leaf(word.getBytes(StandardCharsets.UTF_8))),
                        "0".repeat(64),
                        Instant.EPOCH,
                        Entry.EFFECTIVE,
                        "0".repeat(64)),
                "c2ln"));
    }

    private List<SignedEntry> after(long after, int limit) {
        var portion = feed.subList((int) Math.min(after, feed.size()), (int) Math.min(after + limit, feed.size()));
        read += portion.size();
        return List.copyOf(portion);
    }

    private List<byte[]> hashes(int size) {
        return feed.stream()
                .limit(size)
                .map(it -> MerkleTree.leaf(it.entry().json()))
                .toList();
    }

    private Checkpoint head(int size) {
        return new Checkpoint("comity/XS-1/feed.public", size, HexFormat.of().formatHex(MerkleTree.root(hashes(size))));
    }
}
