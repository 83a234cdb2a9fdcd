package org.comity.proof;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import javax.crypto.AEADBadTagException;
import org.comity.proof.age.ChunkCipher;
import org.comity.proof.age.Payload;

/**
 * Seals one item in one pass: hashes what is plain, encrypts it, hashes what is sealed. Whole chunks go out as they come;
 * the newest is held back until it is known whether it is the last. Not for two threads; needs some 10 MiB, whatever the
 * size.
 */
public final class ItemSealing implements AutoCloseable {

    private static final int BATCH = Segments.CHUNKS * Payload.CHUNK;

    private final String commitment;
    private final ChunkCipher cipher;
    private final OutputStream out;
    private final ItemHashes hashes;
    private byte[] held;
    private int length;
    private long chunks;

    private ItemSealing(ItemKey key, byte[] nonce, OutputStream out) {
        this.commitment = key.commitment();
        this.cipher = key.cipher(nonce);
        this.out = out;
        this.hashes = new ItemHashes(nonce);
        this.held = hashes.plain.buffer();
    }

    /** Under a fresh nonce, which goes out first. */
    public static ItemSealing begin(ItemKey key, OutputStream out) throws IOException {
        byte[] nonce = Payload.nonce();
        var sealing = new ItemSealing(key, nonce, out);
        out.write(nonce);
        return sealing;
    }

    /**
     * Goes on behind the whole chunks that are stored already: they are opened and hashed, none is sealed again. {@link
     * #out} says how far they reach. What goes out next belongs at that place; whoever takes it sees to rule I3, that
     * what was stored of the next chunk is what is sealed of it now.
     *
     * @param stored from the nonce on, as far as it was stored
     */
    public static ItemSealing resume(ItemKey key, InputStream stored, OutputStream out) throws IOException {
        byte[] nonce = stored.readNBytes(Payload.NONCE);
        if (nonce.length < Payload.NONCE) throw new EOFException("Not even the nonce was stored");
        var sealing = new ItemSealing(key, nonce, out);
        try {
            while (sealing.again(stored)) {
                // Each chunk that is whole and authentic counts.
            }
        } catch (IOException e) {
            sealing.close();
            throw e;
        }
        return sealing;
    }

    private boolean again(InputStream stored) throws IOException {
        byte[] chunk = hashes.sealed.buffer();
        byte[] plain = hashes.plain.buffer();
        if (stored.readNBytes(chunk, 0, Payload.SEALED_CHUNK) < Payload.SEALED_CHUNK) return false;
        try {
            cipher.open(chunks, false, chunk, 0, Payload.SEALED_CHUNK, plain, 0);
        } catch (AEADBadTagException e) {
            return false;
        }
        hashes.plain.add(plain, Payload.CHUNK);
        hashes.sealed.add(chunk, Payload.SEALED_CHUNK);
        chunks++;
        return true;
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
        hashes.end();
        return new Sealed(
                commitment,
                new ItemManifest.Payload(hashes.root(), Payload.size(plain)),
                new ItemManifest.Plain(hashes.plainSha256(), plain));
    }

    private void emit(int count, boolean last) throws IOException {
        int bytes = last ? length : count * Payload.CHUNK;
        byte[] sealed = hashes.sealed.buffer();
        int at = 0;
        for (int i = 0; i < count; i++, chunks++) {
            int from = i * Payload.CHUNK;
            boolean end = last && i == count - 1;
            at += cipher.seal(chunks, end, held, from, Math.min(Payload.CHUNK, bytes - from), sealed, at);
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

        public ItemManifest to(java.util.List<ItemManifest.Recipient> recipients) {
            return new ItemManifest(commitment, payload, plain, recipients);
        }
    }
}
