package org.comity.exchange.as4;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/** Sends a body, and knows whether bytes of it still leave. A write alone has no time limit. */
final class OutgoingBody extends HttpEntityWrapper implements AutoCloseable {

    private static final int PIECE = 8 * 1024;

    private final Duration stalled;
    private final Thread watch;
    private volatile boolean writing;
    private volatile long moved;

    /** @param leave ends the connection when nothing has left for so long */
    OutgoingBody(HttpEntity body, Duration stalled, Runnable leave) {
        super(body);
        this.stalled = stalled;
        this.watch = Thread.ofVirtual().name("as4-leaving").start(() -> watch(leave));
    }

    private void watch(Runnable leave) {
        try {
            while (!stands()) Thread.sleep(stalled.dividedBy(4));
            leave.run();
        } catch (InterruptedException allOfItLeft) {
            // Nothing more to look at.
        }
    }

    private boolean stands() {
        return writing && System.nanoTime() - moved > stalled.toNanos();
    }

    @Override
    public void writeTo(OutputStream to) throws IOException {
        moved = System.nanoTime();
        writing = true;
        try {
            super.writeTo(new Counted(to));
        } finally {
            writing = false;
        }
    }

    @Override
    public void close() {
        watch.interrupt();
    }

    private final class Counted extends FilterOutputStream {

        private Counted(OutputStream to) {
            super(to);
        }

        /** In pieces, so that a thin line is seen to move. */
        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            for (int at = 0; at < length; at += PIECE) {
                out.write(bytes, offset + at, Math.min(PIECE, length - at));
                moved = System.nanoTime();
            }
        }
    }
}
