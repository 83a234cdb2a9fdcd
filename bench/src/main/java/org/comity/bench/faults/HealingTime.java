package org.comity.bench.faults;

import java.io.IOException;
import java.time.Duration;
import org.comity.bench.faults.Fault.Unhealed;
import org.jspecify.annotations.Nullable;

/** Limits how long anything may take to come right; what takes longer is not healed. */
record HealingTime(Duration longest) {

    interface Condition {
        boolean holds() throws Exception;
    }

    interface Trying<T> {
        T now() throws IOException, InterruptedException;
    }

    /** @param what completes the sentence: not within so many seconds: … */
    void until(String what, Condition condition) throws Unhealed, InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        Exception last = null;
        do {
            try {
                if (condition.holds()) return;
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception notYet) {
                last = notYet;
            }
            Thread.sleep(250);
        } while (System.nanoTime() < end);
        throw new Unhealed(said(what, last));
    }

    /** Asks again until it is answered. */
    <T> T answer(String what, Trying<T> trying) throws Unhealed, InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (true) {
            try {
                return trying.now();
            } catch (IOException e) {
                if (System.nanoTime() > end) throw new Unhealed(said(what, e));
                Thread.sleep(500);
            }
        }
    }

    private String said(String what, @Nullable Exception last) {
        return "not within %d s: %s%s".formatted(longest.toSeconds(), what, last == null ? "" : " (" + last + ")");
    }
}
