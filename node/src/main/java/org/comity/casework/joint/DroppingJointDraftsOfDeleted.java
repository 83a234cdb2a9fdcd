package org.comity.casework.joint;

import java.util.Map;
import org.comity.casework.BeforeForgetting;
import org.comity.ledger.Ledger;
import org.springframework.stereotype.Component;

/** Drops, with the words of a joint thread, what was written for it and never left, and empties what did. */
@Component
class DroppingJointDraftsOfDeleted implements BeforeForgetting {

    private final JointDraftRows rows;
    private final Ledger ledger;

    DroppingJointDraftsOfDeleted(JointDraftRows rows, Ledger ledger) {
        this.rows = rows;
        this.ledger = ledger;
    }

    @Override
    public void lockingDrafts(String thread) {
        rows.lockAll(thread);
    }

    @Override
    public void forgetting(String thread) {
        rows.dropUnsent(thread).stream().sorted().forEach(it -> ledger.record(null, "draft.discarded", it, Map.of()));
        rows.forgetSent(thread);
    }
}
