package org.comity.proof;

import java.util.List;
import org.comity.proof.age.Payload;
import org.comity.proof.tree.Tree;

/**
 * The segments of a payload: 16 sealed chunks each, the nonce before the first. What is transferred, verified and
 * fetched again is a segment.
 */
public final class Segments {

    public static final int CHUNKS = 16;
    public static final int LARGEST = Payload.NONCE + CHUNKS * Payload.SEALED_CHUNK;

    private Segments() {}

    public static long count(long payload) {
        long sealed = Math.max(1, payload - Payload.NONCE);
        long full = (long) CHUNKS * Payload.SEALED_CHUNK;
        return (sealed + full - 1) / full;
    }

    /** First byte of a segment, from the payload's first byte. */
    public static long start(long segment) {
        return segment == 0 ? 0 : Payload.start(segment * CHUNKS);
    }

    public static int length(long segment, long payload) {
        return (int) (Math.min(payload, Payload.start((segment + 1) * CHUNKS)) - start(segment));
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
                && Tree.includes(payload.rootBytes(), count, Tree.leaf(bytes, 0, length), segment, path);
    }
}
