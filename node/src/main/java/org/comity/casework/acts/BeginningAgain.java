package org.comity.casework.acts;

import java.time.Clock;
import java.util.HashMap;
import org.comity.casework.Compartments;
import org.comity.casework.DraftFiles;
import org.comity.casework.Drafts;
import org.comity.casework.Drills;
import org.comity.casework.OrdersServed;
import org.comity.procedure.Draft;
import org.comity.procedure.Procedures;
import org.comity.procedure.field.EmergencyType;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins an act again from the words and files of one that was recalled before it left. */
@Component
class BeginningAgain {

    private final Drafts drafts;
    private final DraftFiles files;
    private final Procedures procedures;
    private final Compartments compartments;
    private final Drills drills;
    private final OrdersServed served;
    private final Clock clock;

    BeginningAgain(
            Drafts drafts,
            DraftFiles files,
            Procedures procedures,
            Compartments compartments,
            Drills drills,
            OrdersServed served,
            Clock clock) {
        this.drafts = drafts;
        this.files = files;
        this.procedures = procedures;
        this.compartments = compartments;
        this.drills = drills;
        this.served = served;
        this.clock = clock;
    }

    @Transactional
    public Draft from(String id, Official by) {
        var recalled = drafts.get(id);
        if (recalled.status() != Draft.Status.RECALLED) throw DraftRefused.notRecalled();
        boolean opens = procedures.of(recalled.procedure()).opening().equals(recalled.type());
        // A new request is closed to nobody: what was written for a few would be open to all.
        if (opens && compartments.hiddenFrom(Compartments.ANYBODY).contains(recalled.thread())) {
            throw DraftRefused.closedRequest();
        }
        var body = EmergencyType.stillPromised(recalled.body(), clock.instant());
        var begun = drafts.start(
                recalled.procedure(),
                recalled.type(),
                recalled.role(),
                recalled.counterpart(),
                opens ? null : recalled.thread(),
                body,
                by);
        drills.mark(begun.id(), recalled.drill(), by);
        // These are given anew when it is submitted.
        var facts = new HashMap<>(recalled.facts());
        facts.remove("reference");
        facts.remove("channel");
        drafts.save(begun.id(), begun.version(), body, facts, by);
        served.beginAgain(recalled.id(), begun.id());
        files.copy(recalled.id(), begun.id());
        return drafts.get(begun.id());
    }
}
