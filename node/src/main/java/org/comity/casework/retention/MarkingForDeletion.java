package org.comity.casework.retention;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.comity.ledger.RunningTime;
import org.springframework.stereotype.Component;

/**
 * Marks what is to be deleted; it goes only after the node has run for a week since then: a clock that was set wrong has a week to be noticed.
 */
@Component
class MarkingForDeletion {

    static final Duration WAIT = Duration.ofDays(7);

    private final MarkRows rows;
    private final RunningTime running;
    private final Clock clock;

    MarkingForDeletion(MarkRows rows, RunningTime running, Clock clock) {
        this.rows = rows;
        this.running = running;
        this.clock = clock;
    }

    /** @return true if it was marked long enough ago; else it is marked now, if it is not yet */
    boolean ripe(String what) {
        var marked = rows.marked(what);
        if (marked.isEmpty()) {
            rows.mark(what, clock.instant(), running.total());
            return false;
        }
        return running.total().minus(marked.get()).compareTo(WAIT) >= 0;
    }

    /** It is gone, or is not to go any more. */
    void unmark(String what) {
        rows.unmark(what);
    }

    List<String> all() {
        var all = new ArrayList<String>();
        for (var some = rows.some(""); !some.isEmpty(); some = rows.some(some.getLast())) {
            all.addAll(some);
        }
        return all;
    }

    long count() {
        return rows.count();
    }
}
