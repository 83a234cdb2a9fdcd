package org.comity.casework.retention;

import java.time.Clock;
import org.springframework.stereotype.Component;

/** Says whether the words of a joint thread go now: it ended long enough ago, nothing keeps them, and it was marked a week before. */
@Component
class JointDeletionDue {

    /** With which its marks begin. */
    static final String KIND = "thread";

    private final RetentionRule rule;
    private final JointReasonsToKeep keeping;
    private final MarkingForDeletion marking;
    private final Clock clock;

    JointDeletionDue(RetentionRule rule, JointReasonsToKeep keeping, MarkingForDeletion marking, Clock clock) {
        this.rule = rule;
        this.keeping = keeping;
        this.marking = marking;
        this.clock = clock;
    }

    /** Marks it, where that is what is missing. */
    boolean goes(String thread) {
        return due(thread) && marking.ripe(mark(thread));
    }

    /** All of it is gone. */
    void gone(String thread) {
        marking.unmark(mark(thread));
    }

    /** It is not to go any more. */
    boolean stale(String thread) {
        return !due(thread);
    }

    private boolean due(String thread) {
        return keeping.end(thread)
                        .flatMap(rule::due)
                        .filter(it -> !it.isAfter(clock.instant()))
                        .isPresent()
                && keeping.why(thread).isEmpty();
    }

    private static String mark(String thread) {
        return KIND + "/" + thread;
    }
}
