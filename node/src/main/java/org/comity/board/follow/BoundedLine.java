package org.comity.board.follow;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import org.comity.exchange.PeerReading.Got;
import org.comity.exchange.PeerReading.Line;

/** Asks on a line until the time or the bytes of one turn are used up: no host keeps the others waiting without end. */
final class BoundedLine implements Line {

    private final Line line;
    private final Clock clock;
    private final Instant until;
    private long left;

    /** @param most bytes of all answers together; the last may be larger */
    BoundedLine(Line line, Clock clock, Instant until, long most) {
        this.line = line;
        this.clock = clock;
        this.until = until;
        this.left = most;
    }

    /** @throws CancellationException if it broke off because this node stops, which says nothing of the host */
    @Override
    public Got get(String path, int largest) throws IOException {
        if (left <= 0 || clock.instant().isAfter(until)) throw new Over();
        try {
            var got = line.get(path, largest);
            left -= got.content().length;
            return got;
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) throw new CancellationException("the node stops");
            throw e;
        }
    }

    @Override
    public void close() {
        line.close();
    }

    /** Says that the turn is over, and nothing of the host. */
    static final class Over extends IOException {

        private static final long serialVersionUID = 1;

        Over() {
            super("the rest has its next turn");
        }
    }
}
