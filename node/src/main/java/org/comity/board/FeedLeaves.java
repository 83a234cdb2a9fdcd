package org.comity.board;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.proof.SignedEntry;
import org.comity.proof.log.Checkpoint;
import org.comity.proof.tree.MerkleTree;

/** Keeps the hashes of the entries of feeds in memory, so that one entry can be proved without reading all of them each time. */
public final class FeedLeaves {

    private static final int PORTION = 500;

    /** Reads entries of one feed, in its order. */
    public interface Entries {

        /** @param after so many are passed over */
        List<SignedEntry> after(long after, int limit);
    }

    private final Map<String, List<byte[]>> feeds = new HashMap<>();

    /** Nothing where what lies here is not what the head was signed over. */
    public synchronized Optional<List<byte[]>> under(Checkpoint head, Entries entries) {
        var known = feeds.computeIfAbsent(head.origin(), _ -> new ArrayList<>());
        if (fits(grown(known, head.size(), entries), head)) {
            return Optional.of(List.copyOf(known.subList(0, (int) head.size())));
        }
        // A feed that was begun anew has other entries in the same places.
        known.clear();
        return fits(grown(known, head.size(), entries), head) ? Optional.of(List.copyOf(known)) : Optional.empty();
    }

    private static List<byte[]> grown(List<byte[]> known, long size, Entries entries) {
        while (known.size() < size) {
            var more = entries.after(known.size(), (int) Math.min(PORTION, size - known.size()));
            if (more.isEmpty()) break;
            more.forEach(it -> known.add(MerkleTree.leaf(it.entry().json())));
        }
        return known;
    }

    private static boolean fits(List<byte[]> known, Checkpoint head) {
        return known.size() >= head.size()
                && HexFormat.of()
                        .formatHex(MerkleTree.root(known.subList(0, (int) head.size())))
                        .equals(head.root());
    }
}
