package org.comity.evidence.custody;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** Tells how far it was read. */
final class Counted extends FilterInputStream {

    private final AtomicLong read;

    Counted(InputStream in, AtomicLong read) {
        super(in);
        this.read = read;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one >= 0) read.incrementAndGet();
        return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int n = super.read(into, offset, length);
        if (n > 0) read.addAndGet(n);
        return n;
    }
}
