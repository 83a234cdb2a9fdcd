package org.comity.proof.item;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import org.comity.proof.age.ChunkCipher;
import org.comity.proof.age.PayloadLayout;

/**
 * Seals one item in one pass: hashes what is plain, encrypts it, hashes what is sealed. Whole chunks go out as they come;
 * the newest is held back until it is known whether it is the last. Not for two threads; needs some 10 MiB, whatever the
 * size.
 */
public final class ItemSealing implements AutoCloseable {

    private static final int BATCH = PayloadSegments.CHUNKS * PayloadLayout.CHUNK;

    private final String commitment;
    private final ChunkCipher cipher;
    private final OutputStream out;
    private final ItemHashes hashes;
    private byte[] held;
    private int length;
    private long chunks;

    private ItemSealing(ItemKey key, byte[] nonce, OutputStream out, ItemHashes hashes) {
        this.commitment = key.commitment();
        this.cipher = key.cipher(nonce);
        this.out = out;
        this.hashes = hashes;
        this.held = hashes.plain.buffer();
    }

    /** Under a fresh nonce, which goes out first. */
    public static ItemSealing begin(ItemKey key, OutputStream out) throws IOException {
        byte[] nonce = PayloadLayout.nonce();
        var sealing = new ItemSealing(key, nonce, out, new ItemHashes(nonce));
        out.write(nonce);
        return sealing;
    }

    /**
     * Goes on behind whole chunks that are stored already, without reading them: what is hashed of the whole, an {@link
     * ItemMatching} beside it finds, and it ends with {@link #end}. What goes out next belongs behind these chunks; whoever
     * takes it sees to rule I3, that what was stored of the next chunk is what is sealed of it now.
     *
     * @param chunks that are stored and authentic
     */
    public static ItemSealing resume(ItemKey key, byte[] nonce, long chunks, OutputStream out) {
        var sealing = new ItemSealing(key, nonce, out, ItemHashes.elsewhere());
        sealing.chunks = chunks;
        return sealing;
    }

    /**
     * How many chunks are whole and authentic, none of them the last of its payload.
     *
     * @param known so many are, without being read
     * @param stored what is stored behind them
     */
    public static long authentic(ItemKey key, byte[] nonce, long known, InputStream stored) throws IOException {
        var cipher = key.cipher(nonce);
        byte[] chunk = new byte[PayloadLayout.SEALED_CHUNK];
        byte[] plain = new byte[PayloadLayout.CHUNK];
        long chunks = known;
        try {
            while (stored.readNBytes(chunk, 0, PayloadLayout.SEALED_CHUNK) == PayloadLayout.SEALED_CHUNK) {
                cipher.open(chunks, false, chunk, 0, PayloadLayout.SEALED_CHUNK, plain, 0);
                chunks++;
            }
        } catch (AEADBadTagException torn) {
            // The one before was the newest.
        }
        return chunks;
    }

    public void write(byte[] plain, int offset, int count) throws IOException {
        for (int at = 0; at < count; ) {
            if (length == BATCH) emit(PayloadSegments.CHUNKS, false);
            int n = Math.min(count - at, BATCH - length);
            System.arraycopy(plain, offset + at, held, length, n);
            length += n;
            at += n;
        }
    }

    /** Sends out every whole chunk that cannot be the last. @return plain bytes that are out, a multiple of 65,536 */
    public long flush() throws IOException {
        int whole = Math.max(0, (length - 1) / PayloadLayout.CHUNK);
        if (whole > 0) emit(whole, false);
        return chunks * PayloadLayout.CHUNK;
    }

    /** Plain bytes that are out. */
    public long out() {
        return chunks * PayloadLayout.CHUNK;
    }

    /** SHA-256 of the plain bytes that are out; waits until they are hashed. Empty behind {@link #resume}. */
    public Optional<String> outSha256() {
        return hashes.plainSoFar(held, 0);
    }

    /** The same of all that was written. */
    public Optional<String> writtenSha256() {
        return hashes.plainSoFar(held, length);
    }

    /** Seals the last chunk. Nothing can be written after. */
    public Sealed finish() throws IOException {
        long plain = end();
        return new Sealed(
                commitment,
                new ItemManifest.Payload(hashes.root(), PayloadLayout.size(plain)),
                new ItemManifest.Plain(hashes.plainSha256(), plain));
    }

    /** The same where the whole is hashed elsewhere. @return plain bytes in all */
    public long end() throws IOException {
        long plain = chunks * PayloadLayout.CHUNK + length;
        emit((int) PayloadLayout.chunks(length), true);
        hashes.end();
        return plain;
    }

    private void emit(int count, boolean last) throws IOException {
        int bytes = last ? length : count * PayloadLayout.CHUNK;
        byte[] sealed = hashes.sealed.buffer();
        int at = 0;
        for (int i = 0; i < count; i++, chunks++) {
            int from = i * PayloadLayout.CHUNK;
            boolean end = last && i == count - 1;
            at += cipher.seal(chunks, end, held, from, Math.min(PayloadLayout.CHUNK, bytes - from), sealed, at);
        }
        out.write(sealed, 0, at);
        hashes.sealed.add(sealed, at);
        byte[] next = hashes.plain.buffer();
        System.arraycopy(held, bytes, next, 0, length - bytes);
        hashes.plain.add(held, bytes);
        held = next;
        length -= bytes;
    }

    /** Stops the hashing; what is out stays out. */
    @Override
    public void close() {
        hashes.close();
    }

    /** All of a manifest but the recipients. */
    public record Sealed(String commitment, ItemManifest.Payload payload, ItemManifest.Plain plain) {

        public ItemManifest to(List<ItemManifest.Recipient> recipients) {
            return new ItemManifest(commitment, payload, plain, recipients);
        }
    }
}
