package org.comity.proof.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * A tree of any size whose complete subtrees are kept somewhere: roots and proofs of RFC 9162 (2.1.1 to 2.1.4) are found
 * with some 2 log(size) of them.
 */
public final class KeptTree {

    private final long size;
    private final Kept kept;

    public KeptTree(long size, Kept kept) {
        this.size = size;
        this.kept = kept;
    }

    public byte[] root() {
        return size == 0 ? MerkleTree.digest().digest() : root(0, size);
    }

    /** The root over the first {@code earlier} leaves. */
    public byte[] rootAt(long earlier) {
        if (earlier < 0 || earlier > size) {
            throw new IllegalArgumentException("First %d of %d".formatted(earlier, size));
        }
        return new KeptTree(earlier, kept).root();
    }

    /** The audit path of leaf {@code index}, as {@link MerkleTree#inclusion}. */
    public List<byte[]> inclusion(long index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("Leaf %d of %d".formatted(index, size));
        }
        var path = new ArrayList<byte[]>();
        inclusion(index, 0, size, path);
        return path;
    }

    private void inclusion(long index, long from, long to, List<byte[]> path) {
        if (to - from == 1) return;
        long split = split(from, to);
        if (index < split) {
            inclusion(index, from, split, path);
            path.add(root(split, to));
        } else {
            inclusion(index, split, to, path);
            path.add(root(from, split));
        }
    }

    /** That this tree continues the one over the first {@code earlier} leaves, as {@link MerkleTree#consistency}. */
    public List<byte[]> consistency(long earlier) {
        if (earlier < 1 || earlier > size) {
            throw new IllegalArgumentException("First %d of %d".formatted(earlier, size));
        }
        var path = new ArrayList<byte[]>();
        consistency(earlier, 0, size, true, path);
        return path;
    }

    private void consistency(long earlier, long from, long to, boolean known, List<byte[]> path) {
        if (earlier == to) {
            if (!known) path.add(root(from, to));
            return;
        }
        long split = split(from, to);
        if (earlier <= split) {
            consistency(earlier, from, split, known, path);
            path.add(root(split, to));
        } else {
            consistency(earlier, split, to, false, path);
            path.add(root(from, split));
        }
    }

    private byte[] root(long from, long to) {
        if (Long.bitCount(to - from) == 1) {
            int level = Long.numberOfTrailingZeros(to - from);
            return kept.subtree(level, from >> level);
        }
        long split = split(from, to);
        return MerkleTree.node(root(from, split), root(split, to));
    }

    private static long split(long from, long to) {
        return from + Long.highestOneBit(to - from - 1);
    }

    /** Adds a leaf behind the first {@code size}: tells {@code keep} of every subtree that it completes, upwards. */
    public static void add(long size, byte[] leaf, Kept kept, Keep keep) {
        byte[] hash = leaf;
        long index = size;
        int level = 0;
        keep.subtree(level, index, hash);
        while ((index & 1) == 1) {
            hash = MerkleTree.node(kept.subtree(level, index - 1), hash);
            index >>= 1;
            level++;
            keep.subtree(level, index, hash);
        }
    }

    /** Finds the root of the complete subtree over leaves {@code index << level} to {@code (index + 1 << level) - 1}. */
    public interface Kept {
        byte[] subtree(int level, long index);
    }

    /** Keeps such a root. */
    public interface Keep {
        void subtree(int level, long index, byte[] hash);
    }
}
