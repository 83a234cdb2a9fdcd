package org.comity.proof.item;

import java.security.MessageDigest;
import org.comity.proof.age.PayloadLayout;
import org.comity.proof.tree.GrowingTree;
import org.comity.proof.tree.MerkleTree;

/** The tree over a payload whose sealed chunks come one after the other. */
final class SegmentHashes {

    private final GrowingTree tree = new GrowingTree();
    private MessageDigest leaf = MerkleTree.beginLeaf();
    private int chunks;

    void nonce(byte[] nonce) {
        if (nonce.length != PayloadLayout.NONCE)
            throw new IllegalArgumentException("Nonce of %d".formatted(nonce.length));
        leaf.update(nonce);
    }

    /** Sealed chunks, each whole but the last; one of no bytes counts where nothing else is. */
    void batch(byte[] sealed, int length) {
        int at = 0;
        do {
            int n = Math.min(PayloadLayout.SEALED_CHUNK, length - at);
            add(sealed, at, n);
            at += n;
        } while (at < length);
    }

    private void add(byte[] sealed, int offset, int length) {
        if (chunks == PayloadSegments.CHUNKS) grow();
        leaf.update(sealed, offset, length);
        chunks++;
    }

    byte[] root() {
        grow();
        return tree.root();
    }

    private void grow() {
        tree.add(leaf.digest());
        leaf = MerkleTree.beginLeaf();
        chunks = 0;
    }
}
