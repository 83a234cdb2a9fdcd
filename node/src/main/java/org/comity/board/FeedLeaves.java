package org.comity.board;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.comity.proof.log.Checkpoint;
import org.comity.proof.register.SignedEntry;
import org.comity.proof.tree.KeptTree;
import org.comity.proof.tree.MerkleTree;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the trees over the entries of feeds in memory: each entry is read and hashed once, and a proof takes some hashes more, so
 * that anybody may ask for one. Who asks about one feed waits for nobody who asks about another.
 */
public final class FeedLeaves {

    /** Before a head that did not fit what lies here is tried again, which reads the whole feed. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final int PORTION = 500;

    private final Map<String, OneFeed> feeds = new ConcurrentHashMap<>();
    private final LongSupplier nanos;

    public FeedLeaves() {
        this(System::nanoTime);
    }

    FeedLeaves(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Reads entries of one feed, in its order. */
    public interface Entries {

        /** @param after so many are passed over */
        List<SignedEntry> after(long after, int limit);
    }

    /**
     * @param use of the tree of this head, and not of it later: it grows
     * @return nothing where what lies here is not what the head was signed over
     */
    public <T> Optional<T> under(Checkpoint head, Entries entries, Function<KeptTree, T> use) {
        return feeds.computeIfAbsent(head.origin(), _ -> new OneFeed()).under(head, entries, use);
    }

    /** The complete subtrees over one feed, by level. */
    private final class OneFeed implements KeptTree.Kept, KeptTree.Keep {

        private final List<List<byte[]>> levels = new ArrayList<>();
        private long size;
        private @Nullable Checkpoint unfit;
        private long unfitAt;

        synchronized <T> Optional<T> under(Checkpoint head, Entries entries, Function<KeptTree, T> use) {
            if (head.equals(unfit) && nanos.getAsLong() - unfitAt < PATIENCE.toNanos()) return Optional.empty();
            if (!fits(head, entries)) {
                // A feed that was begun anew has other entries in the same places.
                levels.clear();
                size = 0;
                if (!fits(head, entries)) {
                    unfit = head;
                    unfitAt = nanos.getAsLong();
                    return Optional.empty();
                }
            }
            unfit = null;
            return Optional.of(use.apply(new KeptTree(head.size(), this)));
        }

        private boolean fits(Checkpoint head, Entries entries) {
            while (size < head.size()) {
                var more = entries.after(size, (int) Math.min(PORTION, head.size() - size));
                if (more.isEmpty()) return false;
                for (var each : more) {
                    KeptTree.add(size, MerkleTree.leaf(each.entry().json()), this, this);
                    size++;
                }
            }
            var root = new KeptTree(head.size(), this).root();
            return HexFormat.of().formatHex(root).equals(head.root());
        }

        @Override
        public byte[] subtree(int level, long index) {
            return levels.get(level).get((int) index);
        }

        @Override
        public void subtree(int level, long index, byte[] hash) {
            if (level == levels.size()) levels.add(new ArrayList<>());
            levels.get(level).add(hash);
        }
    }
}
