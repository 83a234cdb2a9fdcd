package org.comity;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** A line to a node that drops each connection once it has carried so many bytes either way. */
final class BreakingLine implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0);
    private final int target;
    private final long carries;
    private final AtomicInteger broken = new AtomicInteger();
    private volatile boolean whole;
    private volatile boolean staysBroken;

    BreakingLine(int target, long carries) throws IOException {
        this.target = target;
        this.carries = carries;
        Thread.ofVirtual().start(this::accept);
    }

    String address() {
        return "http://localhost:" + door.getLocalPort();
    }

    int broken() {
        return broken.get();
    }

    /** After a break nobody passes until it is mended: else a browser would go on by itself while it is being closed. */
    BreakingLine closedAfterABreak() {
        staysBroken = true;
        return this;
    }

    void mend() {
        whole = true;
    }

    private boolean closed() {
        return staysBroken && broken.get() > 0 && !whole;
    }

    private void accept() {
        try {
            while (true) {
                var near = door.accept();
                if (closed()) {
                    near.close();
                    continue;
                }
                var far = new Socket("localhost", target);
                Thread.ofVirtual().start(() -> carry(near, far));
                Thread.ofVirtual().start(() -> carry(far, near));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void carry(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[1 << 14];
            long carried = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (closed()) return;
                out.write(buffer, 0, n);
                carried += n;
                if (!whole && carried > carries) {
                    broken.incrementAndGet();
                    return;
                }
            }
        } catch (IOException gone) {
            // one end went away; so does the other
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
