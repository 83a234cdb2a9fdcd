package org.comity.casework.acts;

import java.util.Map;
import org.comity.casework.BeforeForgetting;
import org.comity.casework.DraftDropped;
import org.comity.ledger.Ledger;
import org.comity.procedure.Draft;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Drops, with the words of a request, what was written for it and never left, and tells all that waited for it.
 */
@Component
class DroppingDraftsOfDeleted implements BeforeForgetting {

    private final DraftRows rows;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;

    DroppingDraftsOfDeleted(DraftRows rows, Ledger ledger, ApplicationEventPublisher events) {
        this.rows = rows;
        this.ledger = ledger;
        this.events = events;
    }

    @Override
    public void forgetting(String thread) {
        rows.unsent(thread).forEach(this::drop);
    }

    @Override
    public void forgettingDraft(String draft) {
        rows.find(draft)
                .filter(it -> it.status() == Draft.Status.WRITING || it.status() == Draft.Status.SUBMITTED)
                .ifPresent(this::drop);
    }

    private void drop(Draft draft) {
        rows.status(draft.id(), Draft.Status.DISCARDED, null);
        ledger.record(null, "draft.discarded", draft.id(), Map.of());
        events.publishEvent(new DraftDropped(draft));
    }
}
