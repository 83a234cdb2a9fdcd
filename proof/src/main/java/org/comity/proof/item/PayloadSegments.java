package org.comity.proof.item;

import java.util.List;
import org.comity.proof.age.PayloadLayout;
import org.comity.proof.tree.MerkleTree;

/**
 * Divides a payload into segments: 16 sealed chunks each, the nonce before the first. What is transferred, verified and fetched again is a segment.
 */
public final class PayloadSegments {

    public static final int CHUNKS = 16;
    public static final int LARGEST = PayloadLayout.NONCE + CHUNKS * PayloadLayout.SEALED_CHUNK;

    private PayloadSegments() {}

    public static long count(long payload) {
        long sealed = Math.max(1, payload - PayloadLayout.NONCE);
        long full = (long) CHUNKS * PayloadLayout.SEALED_CHUNK;
        return (sealed + full - 1) / full;
    }

    /** First byte of a segment, from the payload's first byte. */
    public static long start(long segment) {
        return segment == 0 ? 0 : PayloadLayout.start(segment * CHUNKS);
    }

    public static int length(long segment, long payload) {
        return (int) (Math.min(payload, PayloadLayout.start((segment + 1) * CHUNKS)) - start(segment));
    }

    /**
     * Whether these bytes are that segment of the payload in the manifest.
     *
     * @param path inclusion proof (RFC 9162, 2.1.3), from the leaf upwards
     */
    public static boolean verify(
            ItemManifest.Payload payload, long segment, byte[] bytes, int length, List<byte[]> path) {
        long count = count(payload.size());
        return segment >= 0
                && segment < count
                && length == length(segment, payload.size())
                && MerkleTree.includes(payload.rootBytes(), count, MerkleTree.leaf(bytes, 0, length), segment, path);
    }
}
