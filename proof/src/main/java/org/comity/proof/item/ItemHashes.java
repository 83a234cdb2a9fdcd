package org.comity.proof.item;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.comity.proof.age.PayloadLayout;
import org.comity.proof.form.Digests;

/** The two hashes of an item, side by side: of the plain whole, and of the sealed segments. */
final class ItemHashes implements AutoCloseable {

    private static final HashLine.Hash NOT_HERE = (batch, length) -> {};

    private final MessageDigest whole = Digests.begin();
    private final SegmentHashes segments = new SegmentHashes();
    private final boolean here;

    /** Batches of plain bytes. */
    final HashLine plain;

    /** Batches of sealed chunks, each whole but the very last. */
    final HashLine sealed;

    /** Before the first batch. */
    ItemHashes(byte[] nonce) {
        this(true);
        segments.nonce(nonce);
    }

    private ItemHashes(boolean here) {
        this.here = here;
        plain = new HashLine(
                PayloadSegments.CHUNKS * PayloadLayout.CHUNK,
                here ? (batch, n) -> whole.update(batch, 0, n) : NOT_HERE);
        sealed = new HashLine(PayloadSegments.CHUNKS * PayloadLayout.SEALED_CHUNK, here ? segments::batch : NOT_HERE);
    }

    /** For whoever needs the batches' buffers, while another reads and hashes the whole. */
    static ItemHashes elsewhere() {
        return new ItemHashes(false);
    }

    /** Of the batches that were added so far, and of what is behind them. */
    Optional<String> plainSoFar(byte[] behind, int length) {
        if (!here) return Optional.empty();
        plain.settle();
        try {
            var soFar = (MessageDigest) whole.clone();
            soFar.update(behind, 0, length);
            return Optional.of(HexFormat.of().formatHex(soFar.digest()));
        } catch (CloneNotSupportedException e) {
            return Optional.empty();
        }
    }

    void end() {
        plain.end();
        sealed.end();
    }

    /** After {@link #end}. */
    String plainSha256() {
        if (!here) throw new IllegalStateException("The whole is hashed elsewhere");
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
