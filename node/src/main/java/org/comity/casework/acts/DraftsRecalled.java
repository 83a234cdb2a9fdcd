package org.comity.casework.acts;

import org.comity.procedure.Draft;
import org.comity.thread.ActRecalled;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Marks the draft of an act that was taken back, by an officer or after a restore, so that it can be begun again. */
@Component
class DraftsRecalled {

    private final DraftRows rows;

    DraftsRecalled(DraftRows rows) {
        this.rows = rows;
    }

    @EventListener
    void recalled(ActRecalled event) {
        rows.ofAct(event.act())
                .filter(it -> it.status() == Draft.Status.SENT)
                .ifPresent(it -> rows.status(it.id(), Draft.Status.RECALLED, null));
    }
}
