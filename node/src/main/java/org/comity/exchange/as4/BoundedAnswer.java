package org.comity.exchange.as4;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/** What a peer answers, up to its size and time: phase4 reads an answer whole into memory. */
final class BoundedAnswer extends HttpEntityWrapper {

    private final long most;
    private final Duration within;

    BoundedAnswer(HttpEntity answer, As4Settings settings) throws IOException {
        super(answer);
        this.most = settings.largestAnswer().toBytes();
        this.within = settings.answerWithin();
        if (answer.getContentLength() > most) throw new IOException("The answer is too large");
    }

    @Override
    public InputStream getContent() throws IOException {
        return new Counted(super.getContent(), most, System.nanoTime() + within.toNanos());
    }

    private static final class Counted extends FilterInputStream {

        private final long end;
        private long left;

        private Counted(InputStream in, long most, long end) {
            super(in);
            this.left = most;
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            return read < 0 ? read : counted(1) == 1 ? read : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return counted(super.read(into, offset, length));
        }

        private int counted(int read) throws IOException {
            left -= Math.max(0, read);
            if (left < 0) throw new IOException("The answer is too large");
            if (System.nanoTime() - end > 0) throw new IOException("The answer took too long");
            return read;
        }
    }
}
