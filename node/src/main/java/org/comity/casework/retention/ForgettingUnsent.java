package org.comity.casework.retention;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.BeforeForgetting;
import org.comity.casework.LegalHolds;
import org.comity.casework.retention.UnsentRows.Kind;
import org.comity.ledger.Ledger;
import org.comity.thread.JointThreadKeeping;
import org.comity.thread.JointThreads;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Drafts that never left go whole, once nobody has written to them for as long as the words of an ended request stay. */
@Component
class ForgettingUnsent {

    private final UnsentRows rows;
    private final MarkingForDeletion marking;
    private final JointThreads joint;
    private final JointThreadKeeping keeping;
    private final LegalHolds holds;
    private final List<BeforeForgetting> remains;
    private final Ledger ledger;
    private final TransactionTemplate transaction;

    ForgettingUnsent(
            UnsentRows rows,
            MarkingForDeletion marking,
            JointThreads joint,
            JointThreadKeeping keeping,
            LegalHolds holds,
            List<BeforeForgetting> remains,
            Ledger ledger,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.marking = marking;
        this.joint = joint;
        this.keeping = keeping;
        this.holds = holds;
        this.remains = remains;
        this.ledger = ledger;
        this.transaction = transaction;
    }

    void forget(Instant before) {
        for (var kind : Kind.values()) {
            WalkingDue.each(
                    "What was never sent, %s".formatted(kind),
                    last -> rows.due(kind, before, last),
                    id -> transaction.executeWithoutResult(status -> one(kind, id, before)));
        }
    }

    private void one(Kind kind, String id, Instant before) {
        var mark = mark(kind, id);
        if (belongs(kind, id)) return;
        if (marking.ripe(mark)) {
            // What was saved since it was found stays as it is.
            if (kind == Kind.DRAFT && rows.isDueAndLocked(id, before)) {
                remains.forEach(it -> it.forgettingDraft(id));
            }
            if (rows.delete(kind, id, before)) {
                ledger.record(null, "retention.unsent-deleted", id, Map.of("kind", word(kind)));
            }
            marking.unmark(mark);
        }
    }

    /** Of what is marked: whether it is not to go any more. No, where its kind is none of ours. */
    boolean stale(String kind, String id, Instant before) {
        return Arrays.stream(Kind.values())
                .filter(it -> word(it).equals(kind))
                .anyMatch(it -> !rows.isDue(it, id, before) || belongs(it, id));
    }

    /**
     * What is written for a joint thread goes with its words, and stays while a lawyer holds the thread; an answer to an invitation, and
     * what is written once the words have gone, goes by its own age.
     */
    private boolean belongs(Kind kind, String id) {
        var thread = kind == Kind.JOINT ? rows.threadOfJoint(id) : Optional.<String>empty();
        return thread.flatMap(holds::of).isPresent()
                || thread.flatMap(joint::find)
                        .filter(it -> it.standing() != JointThreads.OurPart.INVITED)
                        .filter(it -> keeping.forgottenAt(it.id()).isEmpty())
                        .isPresent();
    }

    private static String mark(Kind kind, String id) {
        return word(kind) + "/" + id;
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
