package org.comity.cooperation.acts;

import java.util.Map;
import org.comity.cooperation.BeforeForgetting;
import org.comity.cooperation.Draft;
import org.comity.cooperation.DraftDropped;
import org.comity.ledger.Ledger;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What was written for a request and never left goes with its words, and all that waited for it is told. */
@Component
class DroppingWithWords implements BeforeForgetting {

    private final DraftRows rows;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;

    DroppingWithWords(DraftRows rows, Ledger ledger, ApplicationEventPublisher events) {
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
