package org.comity.casework.retention;

import java.time.Clock;
import org.springframework.stereotype.Component;

/** Says whether the words of a joint thread go now: it ended long enough ago, nothing keeps them, and it was marked a week before. */
@Component
class JointDeletionDue {

    private static final String THREAD = "thread/";

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
        return due(thread) && marking.ripe(THREAD + thread);
    }

    /** All of it is gone. */
    void gone(String thread) {
        marking.unmark(THREAD + thread);
    }

    /** Not of something else that is marked, and of no thread any more that is to go. */
    boolean stale(String mark) {
        return mark.startsWith(THREAD) && !due(mark.substring(THREAD.length()));
    }

    private boolean due(String thread) {
        return keeping.end(thread)
                        .flatMap(rule::due)
                        .filter(it -> !it.isAfter(clock.instant()))
                        .isPresent()
                && keeping.why(thread).isEmpty();
    }

    /** How long after its end the words go, in days; {@code -} if they stay. */
    String days() {
        return rule.days();
    }
}
