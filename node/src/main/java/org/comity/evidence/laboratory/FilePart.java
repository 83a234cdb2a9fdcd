package org.comity.evidence.laboratory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.comity.vocabulary.BlockInputStream;
import org.jspecify.annotations.Nullable;

/** Sends so many bytes of a file, counted as they leave, and remembers whether it was the file that failed. */
final class FilePart {

    private final Path file;
    private final long from;
    private final long most;
    private final ProgressLines progress;
    private volatile @Nullable FileLeft failed;

    FilePart(Path file, long from, long most, ProgressLines progress) {
        this.file = file;
        this.from = from;
        this.most = most;
        this.progress = progress;
    }

    /** From its first byte, each time anew; a file that cannot be opened fails as it is read. */
    InputStream open() {
        return new Bytes();
    }

    /** To be asked when a line broke, and when it did not: what reads for it may take a failure for the end. */
    void mustBeReadable() throws FileLeft {
        var failure = failed;
        if (failure != null) throw failure;
    }

    private final class Bytes extends BlockInputStream {

        private @Nullable InputStream in;
        private long read;

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (read == most) return -1;
            int n = bytes(into, offset, (int) Math.min(length, most - read));
            if (n > 0) {
                read += n;
                progress.at(from + read);
            }
            return n;
        }

        private int bytes(byte[] into, int offset, int length) throws IOException {
            try {
                if (in == null) {
                    in = Channels.newInputStream(Files.newByteChannel(file).position(from));
                }
                return in.read(into, offset, length);
            } catch (ClosedChannelException ofTheLine) {
                throw ofTheLine;
            } catch (IOException e) {
                var failure = FileLeft.unreadable(from + read, e);
                failed = failure;
                throw failure;
            }
        }

        @Override
        public void close() throws IOException {
            if (in != null) in.close();
        }
    }
}
