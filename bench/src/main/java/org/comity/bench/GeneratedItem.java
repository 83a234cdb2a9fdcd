package org.comity.bench;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.SplittableRandom;
import org.comity.evidence.vault.ReadOnlyChannel;
import org.comity.proof.age.ChunkCipher;
import org.comity.proof.age.PayloadLayout;
import org.comity.proof.item.ItemKey;

/**
 * Makes an item of any size that lies nowhere: each chunk is made, and sealed under one key, when it is read.
 *
 * @param plain bytes in all
 */
record GeneratedItem(long seed, long plain, ItemKey key, byte[] nonce) {

    static GeneratedItem of(long seed, int megabytes) {
        return new GeneratedItem(seed, (long) megabytes << 20, ItemKey.fresh(), PayloadLayout.nonce());
    }

    private int chunk(long chunk, byte[] into) {
        new SplittableRandom(seed + chunk).nextBytes(into);
        return (int) Math.min(PayloadLayout.CHUNK, plain - chunk * PayloadLayout.CHUNK);
    }

    InputStream content() {
        return new InputStream() {
            private final byte[] held = new byte[PayloadLayout.CHUNK];
            private long next;
            private int length;
            private int at;

            @Override
            public int read() {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int offset, int count) {
                if (at == length) {
                    if (next * PayloadLayout.CHUNK >= plain) return -1;
                    length = chunk(next++, held);
                    at = 0;
                }
                int n = Math.min(count, length - at);
                System.arraycopy(held, at, into, offset, n);
                at += n;
                return n;
            }
        };
    }

    SeekableByteChannel payload() {
        return new Sealed(this);
    }

    private static final class Sealed extends ReadOnlyChannel {

        private final GeneratedItem of;
        private final ChunkCipher cipher;
        private final byte[] plain = new byte[PayloadLayout.CHUNK];
        private final byte[] sealed = new byte[PayloadLayout.SEALED_CHUNK];
        private long held = -1;
        private int length;

        Sealed(GeneratedItem of) {
            super(PayloadLayout.size(of.plain()));
            this.of = of;
            this.cipher = of.key().cipher(of.nonce());
        }

        @Override
        public int read(ByteBuffer into) {
            if (at >= size()) return -1;
            int before = into.remaining();
            while (into.hasRemaining() && at < size()) {
                at += at < PayloadLayout.NONCE ? some(into, of.nonce(), PayloadLayout.NONCE, at) : chunk(into);
            }
            return before - into.remaining();
        }

        private int chunk(ByteBuffer into) {
            long chunk = (at - PayloadLayout.NONCE) / PayloadLayout.SEALED_CHUNK;
            if (chunk != held) {
                boolean last = chunk == PayloadLayout.chunks(of.plain()) - 1;
                length = cipher.seal(chunk, last, plain, 0, of.chunk(chunk, plain), sealed, 0);
                held = chunk;
            }
            return some(into, sealed, length, at - PayloadLayout.start(chunk));
        }

        private static int some(ByteBuffer into, byte[] from, int length, long at) {
            int n = (int) Math.min(into.remaining(), length - at);
            into.put(from, (int) at, n);
            return n;
        }
    }
}
