package org.comity.proof;

import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;
import org.comity.proof.ItemManifest.Plain;
import org.comity.proof.age.ChunkCipher;
import org.comity.proof.age.Payload;
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
        byte[] nonce = payload.readNBytes(Payload.NONCE);
        if (nonce.length < Payload.NONCE) {
            return new Found(new ItemManifest.Payload(Digests.sha256(nonce), nonce.length), null, key == null ? -1 : 0);
        }
        try (var pass = new Pass(nonce, key, opened)) {
            return pass.read(payload);
        }
    }

    private static final class Pass implements AutoCloseable {

        private static final int BATCH = Segments.CHUNKS * Payload.SEALED_CHUNK;

        private final SegmentHashes segments = new SegmentHashes();
        private final PlainHash hash = new PlainHash();
        private final @Nullable ChunkCipher cipher;
        private final Opened opened;
        private byte[] sealed = new byte[BATCH];
        private byte[] next = new byte[BATCH];
        private byte[] plain = new byte[Segments.CHUNKS * Payload.CHUNK];
        private byte[] other = new byte[Segments.CHUNKS * Payload.CHUNK];
        private long chunks;
        private long plainSize;
        private long broken = -1;

        Pass(byte[] nonce, @Nullable ItemKey key, Opened opened) {
            this.cipher = key == null ? null : key.cipher(nonce);
            this.opened = opened;
            segments.nonce(nonce);
        }

        Found read(InputStream payload) throws IOException {
            long size = Payload.NONCE;
            int length = payload.readNBytes(sealed, 0, BATCH);
            while (true) {
                // Whether a chunk is the last is known when nothing follows it.
                int following = length < BATCH ? 0 : payload.readNBytes(next, 0, BATCH);
                batch(length, following == 0);
                size += length;
                if (following == 0) break;
                byte[] swap = sealed;
                sealed = next;
                next = swap;
                length = following;
            }
            var root = HexFormat.of().formatHex(segments.root());
            String whole = hash.end();
            boolean opens = cipher != null && broken < 0;
            return new Found(new ItemManifest.Payload(root, size), opens ? new Plain(whole, plainSize) : null, broken);
        }

        private void batch(int length, boolean last) throws IOException {
            int filled = 0;
            int at = 0;
            do {
                int n = Math.min(Payload.SEALED_CHUNK, length - at);
                boolean end = last && at + n == length;
                segments.add(sealed, at, n);
                if (cipher != null && broken < 0) filled += open(cipher, at, n, end, filled);
                chunks++;
                at += n;
            } while (at < length);
            if (filled > 0) {
                hash.ended();
                hash.add(plain, filled);
                opened.take(plain, filled);
                plainSize += filled;
                byte[] swap = plain;
                plain = other;
                other = swap;
            }
        }

        private int open(ChunkCipher with, int at, int n, boolean end, int into) {
            try {
                int opens = n < Payload.TAG ? -1 : with.open(chunks, end, sealed, at, n, plain, into);
                // An empty last chunk is right only where there is nothing at all.
                if (opens > 0 || opens == 0 && chunks == 0) return opens;
            } catch (AEADBadTagException changed) {
                // Falls through: the chunk is named, and nothing behind it is opened.
            }
            broken = chunks;
            return 0;
        }

        @Override
        public void close() {
            hash.close();
        }
    }
}
