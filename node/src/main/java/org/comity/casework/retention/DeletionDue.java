package org.comity.casework.retention;

import java.time.Clock;
import org.comity.thread.Threads;
import org.comity.thread.Threads.Thread;
import org.springframework.stereotype.Component;

/**
 * Says whether the words of a request go now: it ended long enough ago, nothing keeps them, and it was marked a week before.
 */
@Component
class DeletionDue {

    /** With which its marks begin. */
    static final String KIND = "request";

    private final RetentionRule rule;
    private final ReasonsToKeep keeping;
    private final Threads threads;
    private final MarkingForDeletion marking;
    private final Clock clock;

    DeletionDue(RetentionRule rule, ReasonsToKeep keeping, Threads threads, MarkingForDeletion marking, Clock clock) {
        this.rule = rule;
        this.keeping = keeping;
        this.threads = threads;
        this.marking = marking;
        this.clock = clock;
    }

    /** Marks it, where that is what is missing. */
    boolean goes(Thread thread) {
        return ended(thread) && keeping.why(thread).isEmpty() && marking.ripe(mark(thread));
    }

    /** All of it is gone. */
    void gone(Thread thread) {
        marking.unmark(mark(thread));
    }

    /** It is not to go any more. */
    boolean stale(String thread) {
        return threads.find(thread)
                .filter(it -> ended(it) && keeping.why(it).isEmpty())
                .isEmpty();
    }

    private boolean ended(Thread thread) {
        boolean recalled = thread.state() == null
                && threads.opening(thread.id())
                        .filter(it -> it.recalled() != null)
                        .isPresent();
        return keeping.end(thread, recalled)
                .flatMap(rule::due)
                .filter(it -> !it.isAfter(clock.instant()))
                .isPresent();
    }

    static String mark(Thread thread) {
        return KIND + "/" + thread.id();
    }
}
