package org.comity.proof.tree;

import java.util.ArrayDeque;

/** The root of a tree whose leaves come one after the other, in the memory of one path. Not for two threads. */
public final class GrowingTree {

    private final ArrayDeque<byte[]> peaks = new ArrayDeque<>();
    private long size;

    public void add(byte[] leaf) {
        byte[] peak = leaf;
        for (long filled = size++; (filled & 1) == 1; filled >>= 1) {
            peak = MerkleTree.node(peaks.pop(), peak);
        }
        peaks.push(peak);
    }

    public long size() {
        return size;
    }

    public byte[] root() {
        if (peaks.isEmpty()) return MerkleTree.digest().digest();
        var rest = peaks.iterator();
        byte[] root = rest.next();
        while (rest.hasNext()) root = MerkleTree.node(rest.next(), root);
        return root;
    }
}
