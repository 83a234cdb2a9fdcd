package org.comity.casework.retention;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.comity.casework.BeforeForgetting;
import org.comity.ledger.Ledger;
import org.comity.thread.JointThreadKeeping;
import org.comity.thread.JointThreads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The words of joint threads go that ended for us long enough ago, a few acts in a transaction, as those of requests do; what
 * other parties hold is theirs.
 */
@Component
class ForgettingJointThreads {

    private static final Logger log = LoggerFactory.getLogger(ForgettingJointThreads.class);

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

    /** @return threads whose words should have gone and are still here */
    long forget(Instant before) {
        long failed = 0;
        var last = "";
        List<String> some;
        do {
            some = keeping.saidBefore(before, last);
            for (var thread : some) {
                try {
                    whole(thread, before);
                } catch (RuntimeException e) {
                    failed++;
                    log.error("The words of joint thread {} could not be deleted", thread, e);
                }
                last = thread;
            }
        } while (!some.isEmpty());
        return failed;
    }

    /** Whether this is a mark of ours of what is not to go any more. */
    boolean stale(String mark) {
        return due.stale(mark);
    }

    private void whole(String thread, Instant before) {
        int all = threads.countActs(thread);
        boolean goes = true;
        int from = 0;
        do {
            int first = from;
            boolean last = from + ForgettingRequests.ACTS >= all;
            goes = Boolean.TRUE.equals(transaction.execute(status -> some(thread, first, last, before)));
            from += ForgettingRequests.ACTS;
        } while (goes && from < all);
    }

    /**
     * The rest of its words goes with its last acts: until then there are acts by which it is found again.
     *
     * @return false if this thread stays as it is
     */
    private boolean some(String thread, int from, boolean last, Instant before) {
        remains.forEach(it -> it.lockingDrafts(thread));
        keeping.lock(thread);
        if (!due.goes(thread)) return false;
        for (var act : threads.acts(thread, from, ForgettingRequests.ACTS)) {
            if (act.body() != null) keeping.forgetBody(act.envelope().id());
        }
        if (last) theRest(thread, before);
        return true;
    }

    private void theRest(String thread, Instant before) {
        var reference = reference(thread);
        remains.forEach(it -> it.forgetting(thread));
        keeping.forgetInvitations(thread, before);
        words.forgetJoint(thread);
        due.gone(thread);
        ledger.record(null, "thread.forgotten", thread, Map.of("reference", reference, "days", due.days()));
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
