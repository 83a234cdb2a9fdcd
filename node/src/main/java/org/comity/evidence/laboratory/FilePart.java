package org.comity.evidence.laboratory;

import java.io.IOException;
import java.io.InputStream;

/** Sends so many bytes of a file, counted as they leave. */
final class FilePart extends InputStream {

    private final InputStream in;
    private final long from;
    private final ProgressLines progress;
    private final long most;
    private long read;

    FilePart(InputStream in, long most, long from, ProgressLines progress) {
        this.in = in;
        this.most = most;
        this.from = from;
        this.progress = progress;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (read == most) return -1;
        int n = in.read(into, offset, (int) Math.min(length, most - read));
        if (n > 0) {
            read += n;
            progress.at(from + read);
        }
        return n;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
