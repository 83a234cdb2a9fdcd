package org.comity.casework.retention;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.comity.casework.LegalHolds;
import org.comity.casework.QuietJointThreads;
import org.comity.thread.JointActRegistered;
import org.comity.thread.JointThreadKeeping;
import org.comity.thread.JointThreads;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds once a day which joint threads are open though nothing is said in them any more; what a lawyer holds stays on purpose. */
@Component
class FindingQuietThreads implements QuietJointThreads {

    private final JointThreads threads;
    private final JointThreadKeeping keeping;
    private final JointReasonsToKeep reasons;
    private final LegalHolds holds;
    private final WordRows words;
    private final QuietRows rows;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FindingQuietThreads(
            JointThreads threads,
            JointThreadKeeping keeping,
            JointReasonsToKeep reasons,
            LegalHolds holds,
            WordRows words,
            QuietRows rows,
            TransactionTemplate transaction,
            Clock clock) {
        this.threads = threads;
        this.keeping = keeping;
        this.reasons = reasons;
        this.holds = holds;
        this.words = words;
        this.rows = rows;
        this.transaction = transaction;
        this.clock = clock;
    }

    void find(Instant before) {
        var look = clock.instant();
        int quiet = 0;
        for (var some = keeping.saidBefore(before, "");
                !some.isEmpty() && quiet < QuietRows.MOST;
                some = keeping.saidBefore(before, some.getLast())) {
            for (var thread : some) {
                if (quiet < QuietRows.MOST && isQuiet(thread, before) && found(thread, before, look)) quiet++;
            }
        }
        rows.over(look);
    }

    /** Looked at again with the thread locked: what is registered meanwhile is said before or takes it off the list. */
    private boolean found(String thread, Instant before, Instant look) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            keeping.lock(thread);
            if (!isQuiet(thread, before)) return false;
            rows.found(thread, look);
            return true;
        }));
    }

    /** Without a rule nothing goes, so nothing waits for an officer either. */
    void none() {
        rows.over(clock.instant());
    }

    private boolean isQuiet(String thread, Instant before) {
        boolean open = threads.find(thread)
                .filter(it -> it.standing() == JointThreads.OurPart.PARTY)
                .isPresent();
        return open
                && keeping.lastMoved(thread).filter(before::isAfter).isPresent()
                && reasons.end(thread).isEmpty()
                && holds.of(thread).isEmpty()
                && words.written(thread).filter(it -> !it.isBefore(before)).isEmpty();
    }

    @EventListener
    void on(JointActRegistered said) {
        rows.remove(said.thread());
    }

    @Override
    public List<String> quiet() {
        return rows.all();
    }
}
