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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Drafts that never left go whole, once nobody has written to them for as long as the words of an ended request stay. */
@Component
class ForgettingUnsent {

    private static final Logger log = LoggerFactory.getLogger(ForgettingUnsent.class);

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
            var last = "";
            List<String> some;
            do {
                some = rows.due(kind, before, last);
                for (var id : some) {
                    try {
                        transaction.executeWithoutResult(status -> one(kind, id, before));
                    } catch (RuntimeException e) {
                        log.error("What was never sent ({} {}) could not be deleted", kind, id, e);
                    }
                    last = id;
                }
            } while (!some.isEmpty());
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
                ledger.record(
                        null,
                        "retention.unsent-deleted",
                        id,
                        Map.of("kind", kind.name().toLowerCase(Locale.ROOT)));
            }
            marking.unmark(mark);
        }
    }

    /** Whether what carries this mark is still to go; empty if it is no mark of ours. */
    Optional<Boolean> due(String mark, Instant before) {
        return Arrays.stream(Kind.values())
                .filter(it -> mark.startsWith(mark(it, "")))
                .findFirst()
                .map(it -> {
                    var id = mark.substring(mark(it, "").length());
                    return rows.isDue(it, id, before) && !belongs(it, id);
                });
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
        return kind.name().toLowerCase(Locale.ROOT) + "/" + id;
    }
}
