package org.comity.proof;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import org.comity.proof.age.ChunkCipher;
import org.comity.proof.age.Payload;

/**
 * Seals one item in one pass: hashes what is plain, encrypts it, hashes what is sealed. Whole chunks go out as they come;
 * the newest is held back until it is known whether it is the last. Not for two threads; needs some 3 MiB, whatever the
 * size.
 */
public final class ItemSealing implements AutoCloseable {

    private static final int BATCH = Segments.CHUNKS * Payload.CHUNK;

    private final String commitment;
    private final ChunkCipher cipher;
    private final OutputStream out;
    private final PlainHash hash = new PlainHash();
    private final SegmentHashes segments;
    private final byte[] sealed = new byte[Segments.CHUNKS * Payload.SEALED_CHUNK];
    private byte[] held = new byte[BATCH];
    private byte[] other = new byte[BATCH];
    private int length;
    private long chunks;

    private ItemSealing(ItemKey key, byte[] nonce, OutputStream out) {
        this.commitment = key.commitment();
        this.cipher = key.cipher(nonce);
        this.out = out;
        this.segments = new SegmentHashes();
        segments.nonce(nonce);
    }

    /** Under a fresh nonce, which goes out first. */
    public static ItemSealing begin(ItemKey key, OutputStream out) throws IOException {
        byte[] nonce = Payload.nonce();
        var sealing = new ItemSealing(key, nonce, out);
        out.write(nonce);
        return sealing;
    }

    /**
     * Goes on behind whole chunks that are stored already: they are opened and hashed, none is sealed again. Whoever
     * calls this sees to rule I3: what was stored of the next chunk must be what is sealed of it now.
     *
     * @param payload positioned at the nonce
     * @param chunks how many whole chunks, none of them the last
     */
    public static ItemSealing resume(ItemKey key, java.io.InputStream payload, long chunks, OutputStream out)
            throws IOException, GeneralSecurityException {
        byte[] nonce = payload.readNBytes(Payload.NONCE);
        var sealing = new ItemSealing(key, nonce, out);
        try {
            for (long i = 0; i < chunks; i++) {
                sealing.again(payload.readNBytes(Payload.SEALED_CHUNK));
            }
        } catch (IOException | GeneralSecurityException e) {
            sealing.close();
            throw e;
        }
        return sealing;
    }

    private void again(byte[] chunk) throws IOException, GeneralSecurityException {
        if (chunk.length < Payload.SEALED_CHUNK) throw new IOException("Chunk %d is not whole".formatted(chunks));
        hash.ended();
        cipher.open(chunks, false, chunk, 0, chunk.length, other, 0);
        hash.add(other, Payload.CHUNK);
        hash.ended();
        segments.add(chunk, 0, chunk.length);
        chunks++;
    }

    public void write(byte[] plain, int offset, int count) throws IOException {
        for (int at = 0; at < count; ) {
            if (length == BATCH) emit(Segments.CHUNKS, false);
            int n = Math.min(count - at, BATCH - length);
            System.arraycopy(plain, offset + at, held, length, n);
            length += n;
            at += n;
        }
    }

    /** Sends out every whole chunk that cannot be the last. @return plain bytes that are out, a multiple of 65,536 */
    public long flush() throws IOException {
        int whole = Math.max(0, (length - 1) / Payload.CHUNK);
        if (whole > 0) emit(whole, false);
        return chunks * Payload.CHUNK;
    }

    /** Plain bytes that are out. */
    public long out() {
        return chunks * Payload.CHUNK;
    }

    /** Seals the last chunk. Nothing can be written after. */
    public Sealed finish() throws IOException {
        long plain = chunks * Payload.CHUNK + length;
        emit((int) Payload.chunks(length), true);
        var plainHash = hash.end();
        return new Sealed(
                commitment,
                new ItemManifest.Payload(HexFormat.of().formatHex(segments.root()), Payload.size(plain)),
                new ItemManifest.Plain(plainHash, plain));
    }

    private void emit(int count, boolean last) throws IOException {
        int bytes = last ? length : count * Payload.CHUNK;
        hash.ended();
        hash.add(held, bytes);
        int at = 0;
        for (int i = 0; i < count; i++, chunks++) {
            int from = i * Payload.CHUNK;
            boolean end = last && i == count - 1;
            int n = cipher.seal(chunks, end, held, from, Math.min(Payload.CHUNK, bytes - from), sealed, at);
            segments.add(sealed, at, n);
            at += n;
        }
        out.write(sealed, 0, at);
        // The batch is still being hashed by the other thread: what comes next goes into the other buffer.
        System.arraycopy(held, bytes, other, 0, length - bytes);
        byte[] swap = held;
        held = other;
        other = swap;
        length -= bytes;
    }

    /** Stops the hashing; what is out stays out. */
    @Override
    public void close() {
        hash.close();
    }

    /** All of a manifest but the recipients. */
    public record Sealed(String commitment, ItemManifest.Payload payload, ItemManifest.Plain plain) {

        public ItemManifest to(java.util.List<ItemManifest.Recipient> recipients) {
            return new ItemManifest(commitment, payload, plain, recipients);
        }
    }
}
