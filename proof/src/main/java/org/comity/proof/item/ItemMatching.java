package org.comity.proof.item;

import java.io.IOException;
import java.io.InputStream;
import javax.crypto.AEADBadTagException;
import org.comity.proof.age.ChunkCipher;
import org.comity.proof.age.PayloadLayout;
import org.comity.proof.form.Digests;
import org.comity.proof.item.ItemManifest.Plain;
import org.jspecify.annotations.Nullable;

/** Reads a payload once from end to end: its tree, and, given the key, each chunk and the hash of the plain whole. */
public final class ItemMatching {

    private ItemMatching() {}

    /** Where the plain bytes go as they are opened, before the whole is known to match. */
    @FunctionalInterface
    public interface Opened {
        void take(byte[] plain, int length) throws IOException;

        Opened NOWHERE = (plain, length) -> {};
    }

    /**
     * @param payload root and size as read
     * @param plain hash and size of what was opened; null without a key, or if a chunk is not authentic
     * @param brokenChunk the first chunk that is not authentic, counted from 0; -1 if there is none
     */
    public record Found(
            ItemManifest.Payload payload, @Nullable Plain plain, long brokenChunk) {

        /** Whether this is the item of the manifest, opened whole. */
        public boolean matches(ItemManifest manifest) {
            return payload.equals(manifest.payload()) && manifest.plain().equals(plain);
        }
    }

    /** @param key null to read the tree alone */
    public static Found read(InputStream payload, @Nullable ItemKey key) throws IOException {
        return read(payload, key, Opened.NOWHERE);
    }

    public static Found read(InputStream payload, @Nullable ItemKey key, Opened opened) throws IOException {
        byte[] nonce = payload.readNBytes(PayloadLayout.NONCE);
        if (nonce.length < PayloadLayout.NONCE) {
            return new Found(new ItemManifest.Payload(Digests.sha256(nonce), nonce.length), null, key == null ? -1 : 0);
        }
        try (var pass = new Pass(nonce, key, opened)) {
            return pass.read(payload);
        }
    }

    private static final class Pass implements AutoCloseable {

        private static final int BATCH = PayloadSegments.CHUNKS * PayloadLayout.SEALED_CHUNK;

        private final ItemHashes hashes;
        private final @Nullable ChunkCipher cipher;
        private final Opened opened;
        private long chunks;
        private long plainSize;
        private long broken = -1;

        Pass(byte[] nonce, @Nullable ItemKey key, Opened opened) {
            this.hashes = new ItemHashes(nonce);
            this.cipher = key == null ? null : key.cipher(nonce);
            this.opened = opened;
        }

        Found read(InputStream payload) throws IOException {
            long size = PayloadLayout.NONCE;
            byte[] sealed = hashes.sealed.buffer();
            int length = payload.readNBytes(sealed, 0, BATCH);
            while (true) {
                // Whether a chunk is the last is known when nothing follows it.
                byte[] next = hashes.sealed.buffer();
                int following = length < BATCH ? 0 : payload.readNBytes(next, 0, BATCH);
                if (cipher != null && broken < 0) batch(cipher, sealed, length, following == 0);
                hashes.sealed.add(sealed, length);
                size += length;
                if (following == 0) break;
                sealed = next;
                length = following;
            }
            hashes.end();
            boolean opens = cipher != null && broken < 0;
            return new Found(
                    new ItemManifest.Payload(hashes.root(), size),
                    opens ? new Plain(hashes.plainSha256(), plainSize) : null,
                    broken);
        }

        private void batch(ChunkCipher with, byte[] sealed, int length, boolean last) throws IOException {
            byte[] plain = hashes.plain.buffer();
            int filled = 0;
            int at = 0;
            do {
                int n = Math.min(PayloadLayout.SEALED_CHUNK, length - at);
                boolean end = last && at + n == length;
                int opens = n < PayloadLayout.TAG ? -1 : open(with, sealed, at, n, end, plain, filled);
                // An empty last chunk is right only where there is nothing at all.
                if (opens < 0 || opens == 0 && chunks > 0) {
                    broken = chunks;
                    break;
                }
                filled += opens;
                chunks++;
                at += n;
            } while (at < length);
            opened.take(plain, filled);
            plainSize += filled;
            hashes.plain.add(plain, filled);
        }

        /** @return -1 if the chunk is not authentic */
        private int open(ChunkCipher with, byte[] sealed, int at, int n, boolean end, byte[] plain, int into) {
            try {
                return with.open(chunks, end, sealed, at, n, plain, into);
            } catch (AEADBadTagException changed) {
                return -1;
            }
        }

        @Override
        public void close() {
            hashes.close();
        }
    }
}
