package org.comity.proof.tree;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * Computes the Merkle tree of RFC 9162, section 2.1, with SHA-256. Hashes are 32 bytes; a hash of another length is no hash and verifies nothing.
 */
public final class MerkleTree {

    public static final int HASH = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private MerkleTree() {}

    /** SHA-256(0x00, content): the hash of a leaf. */
    public static byte[] leaf(byte[] content) {
        return leaf(content, 0, content.length);
    }

    public static byte[] leaf(byte[] content, int offset, int length) {
        var digest = beginLeaf();
        digest.update(content, offset, length);
        return digest.digest();
    }

    /** For a leaf that comes in parts: its content is still to be added. */
    public static MessageDigest beginLeaf() {
        var digest = digest();
        digest.update(LEAF);
        return digest;
    }

    static byte[] node(byte[] left, byte[] right) {
        var digest = digest();
        digest.update(NODE);
        digest.update(left);
        digest.update(right);
        return digest.digest();
    }

    /** Root over hashes of leaves; of no leaves, SHA-256 of nothing. */
    public static byte[] root(List<byte[]> leaves) {
        var growing = new GrowingTree();
        leaves.forEach(growing::add);
        return growing.root();
    }

    /** The audit path of leaf {@code index}, from the leaf upwards (2.1.3.1). */
    public static List<byte[]> inclusion(List<byte[]> leaves, int index) {
        if (index < 0 || index >= leaves.size()) {
            throw new IllegalArgumentException("Leaf %d of %d".formatted(index, leaves.size()));
        }
        var path = new ArrayList<byte[]>();
        inclusion(leaves, index, path);
        return path;
    }

    private static void inclusion(List<byte[]> leaves, int index, List<byte[]> path) {
        if (leaves.size() == 1) return;
        int split = Integer.highestOneBit(leaves.size() - 1);
        var left = leaves.subList(0, split);
        var right = leaves.subList(split, leaves.size());
        if (index < split) {
            inclusion(left, index, path);
            path.add(root(right));
        } else {
            inclusion(right, index - split, path);
            path.add(root(left));
        }
    }

    /** Whether {@code leaf} (its hash) is leaf {@code index} of the tree of {@code size} leaves with this root (2.1.3.2). */
    public static boolean includes(byte[] root, long size, byte[] leaf, long index, List<byte[]> path) {
        if (index < 0 || index >= size || !hashes(path) || leaf.length != HASH || root.length != HASH) return false;
        long at = index;
        long last = size - 1;
        byte[] reached = leaf;
        for (byte[] each : path) {
            if (last == 0) return false;
            if ((at & 1) == 1 || at == last) {
                reached = node(each, reached);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                reached = node(reached, each);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && MessageDigest.isEqual(reached, root);
    }

    /** That the tree over all leaves continues the tree over the first {@code earlier} of them (2.1.4.1). */
    public static List<byte[]> consistency(List<byte[]> leaves, int earlier) {
        if (earlier < 1 || earlier > leaves.size()) {
            throw new IllegalArgumentException("First %d of %d".formatted(earlier, leaves.size()));
        }
        var path = new ArrayList<byte[]>();
        consistency(leaves, earlier, true, path);
        return path;
    }

    private static void consistency(List<byte[]> leaves, int earlier, boolean known, List<byte[]> path) {
        if (earlier == leaves.size()) {
            if (!known) path.add(root(leaves));
            return;
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        var left = leaves.subList(0, split);
        var right = leaves.subList(split, leaves.size());
        if (earlier <= split) {
            consistency(left, earlier, known, path);
            path.add(root(right));
        } else {
            consistency(right, earlier - split, false, path);
            path.add(root(left));
        }
    }

    /** Whether the tree of {@code size} leaves continues the tree of {@code earlier} leaves (2.1.4.2). */
    public static boolean continues(byte[] earlierRoot, long earlier, byte[] root, long size, List<byte[]> path) {
        // Every tree continues the empty one, which proves nothing.
        if (earlier < 1 || earlier > size || !hashes(path)) return false;
        if (earlierRoot.length != HASH || root.length != HASH) return false;
        if (earlier == size) return path.isEmpty() && MessageDigest.isEqual(earlierRoot, root);
        boolean power = Long.bitCount(earlier) == 1;
        if (!power && path.isEmpty()) return false;
        var steps = path.iterator();
        long at = earlier - 1;
        long last = size - 1;
        while ((at & 1) == 1) {
            at >>= 1;
            last >>= 1;
        }
        byte[] older = power ? earlierRoot : steps.next();
        byte[] newer = older;
        while (steps.hasNext()) {
            byte[] each = steps.next();
            if (last == 0) return false;
            if ((at & 1) == 1 || at == last) {
                older = node(each, older);
                newer = node(each, newer);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                newer = node(newer, each);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && MessageDigest.isEqual(older, earlierRoot) && MessageDigest.isEqual(newer, root);
    }

    private static boolean hashes(List<byte[]> path) {
        return path.stream().allMatch(it -> it.length == HASH);
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
