package org.comity.bench;

import java.io.IOException;
import java.time.Duration;

/** Asks a node again and again while it does not answer, as whoever waits for one that was killed. */
final class Patience {

    /** A node that is killed again and again on a busy machine answers for seconds only, many minutes apart. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private Patience() {}

    interface Trying<T> {
        T now() throws IOException, InterruptedException;
    }

    /** The node was asked and won't, however often it is asked. */
    static final class Refused extends RuntimeException {
        Refused(ApiProgram.NotTaken refused) {
            super(refused);
        }
    }

    static <T> T with(Trying<T> trying) throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (true) {
            try {
                return trying.now();
            } catch (IOException unanswered) {
                if (unanswered instanceof ApiProgram.NotTaken it && it.refused()) {
                    throw new Refused(it);
                }
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("no answer for " + LONGEST, unanswered);
                }
                Thread.sleep(500);
            }
        }
    }
}
