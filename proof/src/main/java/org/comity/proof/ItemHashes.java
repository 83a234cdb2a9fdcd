package org.comity.proof;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.comity.proof.age.Payload;

/** The two hashes of an item, side by side: of the plain whole, and of the sealed segments. */
final class ItemHashes implements AutoCloseable {

    private final MessageDigest whole = Digests.begin();
    private final SegmentHashes segments = new SegmentHashes();

    /** Batches of plain bytes. */
    final HashLine plain = new HashLine(Segments.CHUNKS * Payload.CHUNK, (batch, n) -> whole.update(batch, 0, n));

    /** Batches of sealed chunks, each whole but the very last. */
    final HashLine sealed = new HashLine(Segments.CHUNKS * Payload.SEALED_CHUNK, segments::batch);

    /** Before the first batch. */
    ItemHashes(byte[] nonce) {
        segments.nonce(nonce);
    }

    void end() {
        plain.end();
        sealed.end();
    }

    /** After {@link #end}. */
    String plainSha256() {
        return HexFormat.of().formatHex(whole.digest());
    }

    /** After {@link #end}. */
    String root() {
        return HexFormat.of().formatHex(segments.root());
    }

    @Override
    public void close() {
        plain.close();
        sealed.close();
    }
}
