package org.comity.casework.retention;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.comity.casework.BeforeForgetting;
import org.comity.ledger.Ledger;
import org.comity.thread.JointThreadKeeping;
import org.comity.thread.JointThreads;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The words of joint threads go that ended for us long enough ago, a few acts in a transaction, as those of requests do; what
 * other parties hold is theirs.
 */
@Component
class ForgettingJointThreads {

    private final JointDeletionDue due;
    private final WordRows words;
    private final JointThreads threads;
    private final JointThreadKeeping keeping;
    private final List<BeforeForgetting> remains;
    private final Ledger ledger;
    private final TransactionTemplate transaction;

    ForgettingJointThreads(
            JointDeletionDue due,
            WordRows words,
            JointThreads threads,
            JointThreadKeeping keeping,
            List<BeforeForgetting> remains,
            Ledger ledger,
            TransactionTemplate transaction) {
        this.due = due;
        this.words = words;
        this.threads = threads;
        this.keeping = keeping;
        this.remains = remains;
        this.ledger = ledger;
        this.transaction = transaction;
    }

    /**
     * @param days of the rule by which they go, for the log of the house
     * @return threads whose words should have gone and are still here
     */
    long forget(Instant before, String days) {
        return WalkingDue.each(
                "The words of joint thread",
                last -> keeping.saidBefore(before, last),
                thread -> whole(thread, before, days));
    }

    /** Of one that is marked: whether it is not to go any more. */
    boolean stale(String thread) {
        return due.stale(thread);
    }

    private void whole(String thread, Instant before, String days) {
        int all = threads.countActs(thread);
        boolean goes = true;
        int from = 0;
        do {
            int first = from;
            boolean last = from + ForgettingRequests.ACTS >= all;
            goes = Boolean.TRUE.equals(transaction.execute(status -> some(thread, first, last, before, days)));
            from += ForgettingRequests.ACTS;
        } while (goes && from < all);
    }

    /**
     * The rest of its words goes with its last acts: until then there are acts by which it is found again.
     *
     * @return false if this thread stays as it is
     */
    private boolean some(String thread, int from, boolean last, Instant before, String days) {
        remains.forEach(it -> it.lockingDrafts(thread));
        keeping.lock(thread);
        if (!due.goes(thread)) return false;
        for (var act : threads.acts(thread, from, ForgettingRequests.ACTS)) {
            if (act.body() != null) keeping.forgetBody(act.envelope().id());
        }
        if (last) theRest(thread, before, days);
        return true;
    }

    private void theRest(String thread, Instant before, String days) {
        var reference = reference(thread);
        remains.forEach(it -> it.forgetting(thread));
        keeping.forgetInvitations(thread, before);
        words.forgetJoint(thread);
        due.gone(thread);
        ledger.record(null, "thread.forgotten", thread, Map.of("reference", reference, "days", days));
    }

    /** As whoever opened it calls it; of what we never came into the invitation says it. */
    private String reference(String thread) {
        return threads.opening(thread)
                .map(JointThreads.KeptAct::envelope)
                .or(() -> threads.asked(thread).map(JointThreads.Asked::opening).map(it -> it.envelope()))
                .map(it -> it.facts().get("reference"))
                .orElse("");
    }
}
