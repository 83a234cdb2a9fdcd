package org.comity.proof.age;

import com.exceptionfactory.jagged.FileKey;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;

/**
 * The plain bytes of a payload, from any position, reading only the chunks they lie in. The last chunk is opened first:
 * size counts from the end, and a payload cut at a chunk's border would otherwise pass for a shorter one. Not for two
 * threads.
 */
public final class PayloadReader {

    /** Where the payload's bytes are, counted from its nonce: a file, a part of a file, a store. */
    @FunctionalInterface
    public interface Source {
        /** @return how many bytes were read, or -1 at the end, as {@link java.nio.channels.FileChannel} does */
        int read(ByteBuffer into, long position) throws IOException;
    }

    private final Source source;
    private final long chunks;
    private final long size;
    private final ChunkCipher cipher;
    private final byte[] sealed = new byte[PayloadLayout.SEALED_CHUNK];
    private final byte[] plain = new byte[PayloadLayout.CHUNK];
    private int length;
    private long held = -1;

    /**
     * @param payload size of the payload in bytes, as stored
     * @throws GeneralSecurityException if no payload has that size, or its last chunk is not authentic as the last
     */
    public PayloadReader(Source source, long payload, FileKey fileKey) throws IOException, GeneralSecurityException {
        this.source = source;
        this.size = PayloadLayout.plain(payload);
        if (size < 0) throw new GeneralSecurityException("No payload has %d bytes".formatted(payload));
        this.chunks = PayloadLayout.chunks(size);
        byte[] nonce = new byte[PayloadLayout.NONCE];
        fill(nonce, PayloadLayout.NONCE, 0);
        this.cipher = new ChunkCipher(fileKey, nonce);
        hold(chunks - 1);
    }

    /** Plain bytes in all. */
    public long size() {
        return size;
    }

    /** Fills {@code into} from {@code position}, or as far as there are bytes. @return how many */
    public int read(long position, ByteBuffer into) throws IOException, GeneralSecurityException {
        if (position < 0) throw new IllegalArgumentException("Position %d".formatted(position));
        int before = into.remaining();
        long at = position;
        while (into.hasRemaining() && at < size) {
            hold(at / PayloadLayout.CHUNK);
            int offset = (int) (at % PayloadLayout.CHUNK);
            int n = Math.min(into.remaining(), length - offset);
            into.put(plain, offset, n);
            at += n;
        }
        return before - into.remaining();
    }

    private void hold(long chunk) throws IOException, GeneralSecurityException {
        if (chunk == held) return;
        held = -1;
        boolean last = chunk == chunks - 1;
        int n = last ? (int) (size - chunk * PayloadLayout.CHUNK) + PayloadLayout.TAG : PayloadLayout.SEALED_CHUNK;
        fill(sealed, n, PayloadLayout.start(chunk));
        length = cipher.open(chunk, last, sealed, 0, n, plain, 0);
        held = chunk;
    }

    private void fill(byte[] into, int n, long position) throws IOException {
        var buffer = ByteBuffer.wrap(into, 0, n);
        while (buffer.hasRemaining()) {
            int read = source.read(buffer, position + buffer.position());
            if (read < 0) throw new EOFException("The payload ends at %d".formatted(position + buffer.position()));
        }
    }
}
