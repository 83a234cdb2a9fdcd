package org.comity.proof;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Is told how far somebody has read: what may take hours says so. */
@FunctionalInterface
public interface ReadingProgress {

    ReadingProgress SILENT = bytes -> {};

    void read(long bytes);

    /** The next file, or item, begins. */
    default void next(String what) {}

    /** The same stream, of which is told what is read. */
    default InputStream over(InputStream in) {
        var told = this;
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int one = super.read();
                if (one >= 0) told.read(1);
                return one;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int n = super.read(into, offset, length);
                if (n > 0) told.read(n);
                return n;
            }
        };
    }
}
