package org.comity.casework.retention;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.comity.casework.BeforeForgetting;
import org.comity.exchange.Exchange;
import org.comity.ledger.Ledger;
import org.comity.thread.ThreadKeeping;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The words of what ended long enough ago go, a few acts in a transaction: what a kill interrupts goes on with the acts that
 * are left.
 */
@Component
class ForgettingRequests {

    static final int ACTS = 20;

    private final DeletionDue due;
    private final WordRows words;
    private final Threads threads;
    private final ThreadKeeping keeping;
    private final Exchange exchange;
    private final List<BeforeForgetting> remains;
    private final Ledger ledger;
    private final TransactionTemplate transaction;

    ForgettingRequests(
            DeletionDue due,
            WordRows words,
            Threads threads,
            ThreadKeeping keeping,
            Exchange exchange,
            List<BeforeForgetting> remains,
            Ledger ledger,
            TransactionTemplate transaction) {
        this.due = due;
        this.words = words;
        this.threads = threads;
        this.keeping = keeping;
        this.exchange = exchange;
        this.remains = remains;
        this.ledger = ledger;
        this.transaction = transaction;
    }

    /**
     * @param days of the rule by which they go, for the log of the house
     * @return requests whose words should have gone and are still here
     */
    long forget(Instant before, String days) {
        return WalkingDue.each(
                "The words of thread", last -> threads.saidBefore(before, last), thread -> whole(thread, days));
    }

    /** Of one that is marked: whether it is not to go any more. */
    boolean stale(String thread) {
        return due.stale(thread);
    }

    private void whole(String thread, String days) {
        int all = threads.countActs(thread);
        boolean goes = true;
        for (int from = 0; goes && from < all; from += ACTS) {
            int first = from;
            boolean last = from + ACTS >= all;
            goes = Boolean.TRUE.equals(transaction.execute(status -> some(thread, first, last, days)));
        }
    }

    /**
     * The rest of its words goes with its last acts: until then there are acts by which it is found again.
     *
     * @return false if this request stays as it is
     */
    private boolean some(String id, int from, boolean last, String days) {
        words.lock(id);
        var thread = threads.find(id).orElseThrow();
        if (!due.goes(thread)) {
            return false;
        }
        int gone = 0;
        for (var act : threads.acts(id, from, ACTS)) {
            if (act.bodyKept() && !leaving(act)) {
                remains.forEach(it -> it.forgetting(act));
                if (keeping.forgetBody(act.id())) gone++;
            }
        }
        int emptied = last ? theRest(id) : 0;
        if (last) {
            due.gone(thread);
        }
        if (last && emptied + gone > 0) {
            ledger.record(null, "thread.forgotten", id, Map.of("reference", thread.reference(), "days", days));
        }
        return true;
    }

    private int theRest(String thread) {
        remains.forEach(it -> it.forgetting(thread));
        exchange.forgetMessages(thread);
        return words.forget(thread);
    }

    /** The outbox takes it from its container: an act of ours, or a counterpart's own that it lost. */
    private boolean leaving(KeptAct act) {
        return exchange.sending(act.id()).status() == Exchange.Status.QUEUED;
    }
}
