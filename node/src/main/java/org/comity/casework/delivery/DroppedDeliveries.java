package org.comity.casework.delivery;

import java.util.Set;
import java.util.stream.Collectors;
import org.comity.casework.DraftDropped;
import org.comity.casework.Drafts;
import org.comity.evidence.Releases;
import org.comity.procedure.CustodySteps;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.Items;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Items were ticked, and so wrapped for the counterpart; with the draft, what no other one names is unwrapped again. */
@Component
class DroppedDeliveries {

    private final Drafts drafts;
    private final Releases releases;

    DroppedDeliveries(Drafts drafts, Releases releases) {
        this.drafts = drafts;
        this.releases = releases;
    }

    @EventListener
    void dropped(DraftDropped event) {
        var draft = event.draft();
        var thread = draft.thread();
        boolean delivers = Delivered.possible(draft.procedure()) && draft.type().equals(CustodySteps.DELIVER);
        if (delivers && thread != null) releases.withdraw(thread, named(thread));
    }

    private Set<String> named(String thread) {
        return drafts.alive(thread, CustodySteps.DELIVER).stream()
                .flatMap(it -> new BodyFields(it.body()).texts(Items.KEY).stream())
                .collect(Collectors.toSet());
    }
}
