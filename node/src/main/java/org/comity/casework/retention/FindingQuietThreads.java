package org.comity.casework.retention;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.comity.casework.LegalHolds;
import org.comity.casework.QuietJointThreads;
import org.comity.thread.JointActRegistered;
import org.comity.thread.JointThreadKeeping;
import org.comity.thread.JointThreads;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Finds once a day which joint threads are open though nothing is said in them any more; what a lawyer holds stays on purpose. */
@Component
class FindingQuietThreads implements QuietJointThreads {

    private final JointThreads threads;
    private final JointThreadKeeping keeping;
    private final JointReasonsToKeep reasons;
    private final LegalHolds holds;
    private final WordRows words;
    private final QuietRows rows;
    private final Clock clock;

    FindingQuietThreads(
            JointThreads threads,
            JointThreadKeeping keeping,
            JointReasonsToKeep reasons,
            LegalHolds holds,
            WordRows words,
            QuietRows rows,
            Clock clock) {
        this.threads = threads;
        this.keeping = keeping;
        this.reasons = reasons;
        this.holds = holds;
        this.words = words;
        this.rows = rows;
        this.clock = clock;
    }

    void find(Instant before) {
        var quiet = new ArrayList<String>();
        var some = keeping.saidBefore(before, "");
        while (!some.isEmpty() && quiet.size() < QuietRows.MOST) {
            some.stream().filter(it -> isQuiet(it, before)).forEach(quiet::add);
            some = keeping.saidBefore(before, some.getLast());
        }
        rows.found(quiet.stream().limit(QuietRows.MOST).toList(), clock.instant());
    }

    /** Without a rule nothing goes, so nothing waits for an officer either. */
    void none() {
        rows.found(List.of(), clock.instant());
    }

    private boolean isQuiet(String thread, Instant before) {
        boolean open = threads.find(thread)
                .filter(it -> it.standing() == JointThreads.OurPart.PARTY)
                .isPresent();
        return open
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
