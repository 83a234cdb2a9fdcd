package org.comity.evidence.custody;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.comity.vocabulary.BlockInputStream;

/** Reads no more than so many bytes a second, measured from its beginning. */
final class PacedReading extends BlockInputStream {

    private final InputStream in;
    private final long bytesPerSecond;
    private final long began = System.nanoTime();
    private long read;

    PacedReading(InputStream in, long bytesPerSecond) {
        this.in = in;
        this.bytesPerSecond = bytesPerSecond;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int n = in.read(into, offset, length);
        if (n > 0) {
            read += n;
            long due = (long) (read / (double) bytesPerSecond * TimeUnit.SECONDS.toNanos(1));
            LockSupport.parkNanos(due - (System.nanoTime() - began));
        }
        return n;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
