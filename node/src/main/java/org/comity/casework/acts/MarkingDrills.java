package org.comity.casework.acts;

import java.util.Map;
import org.comity.casework.Drills;
import org.comity.ledger.Ledger;
import org.comity.procedure.Draft;
import org.comity.procedure.Procedures;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps with a draft whether it is a drill, with a line in the ledger for each change. */
@Component
class MarkingDrills implements Drills {

    private final DraftRows rows;
    private final Procedures procedures;
    private final Ledger ledger;

    MarkingDrills(DraftRows rows, Procedures procedures, Ledger ledger) {
        this.rows = rows;
        this.procedures = procedures;
        this.ledger = ledger;
    }

    @Override
    @Transactional
    public void mark(String draft, boolean drill, Official by) {
        var changes = rows.lock(draft)
                .filter(it -> it.opens() && it.status() == Draft.Status.WRITING)
                .filter(it -> it.drill() != drill)
                .filter(it -> !drill || procedures.of(it.procedure()).mayBeDrill());
        if (changes.isPresent()) {
            rows.drill(draft, drill);
            ledger.record(by, drill ? "draft.drill" : "draft.earnest", draft, Map.of());
        }
    }
}
