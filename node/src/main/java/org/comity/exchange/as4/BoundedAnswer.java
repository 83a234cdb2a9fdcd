package org.comity.exchange.as4;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.jspecify.annotations.Nullable;

/** What a peer answers, up to its size and time: phase4 reads an answer whole into memory. */
final class BoundedAnswer extends HttpEntityWrapper {

    private final long most;
    private final Duration within;
    private final Runnable leave;
    private @Nullable InputStream content;

    /** @param leave ends the connection: to close an answer is else to read it to its end */
    BoundedAnswer(HttpEntity answer, As4Settings settings, Runnable leave) throws IOException {
        super(answer);
        this.leave = leave;
        this.most = settings.largestAnswer().toBytes();
        this.within = settings.answerWithin();
        if (answer.getContentLength() > most) {
            leave.run();
            throw new IOException("The answer is too large");
        }
    }

    @Override
    public InputStream getContent() throws IOException {
        if (content == null) {
            content = new Counted(super.getContent(), most, System.nanoTime() + within.toNanos(), leave);
        }
        return content;
    }

    private static final class Counted extends FilterInputStream {

        private final long end;
        private final Runnable leave;
        private long left;
        private boolean ended;

        private Counted(InputStream in, long most, long end, Runnable leave) {
            super(in);
            this.leave = leave;
            this.left = most;
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            counted(read < 0 ? read : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return counted(super.read(into, offset, length));
        }

        private int counted(int read) throws IOException {
            ended = read < 0;
            left -= Math.max(0, read);
            if (left < 0) throw new IOException("The answer is too large");
            if (System.nanoTime() - end > 0) throw new IOException("The answer took too long");
            return read;
        }

        @Override
        public void close() throws IOException {
            if (ended) super.close();
            else leave.run();
        }
    }
}
