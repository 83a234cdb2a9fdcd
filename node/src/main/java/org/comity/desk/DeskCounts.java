package org.comity.desk;

import java.util.Map;
import java.util.function.Function;
import org.comity.casework.CaseAccess;
import org.comity.casework.Compartments;
import org.comity.casework.Confirmations;
import org.comity.casework.Drafts;
import org.comity.directory.OurEntry;
import org.comity.identity.TwoOfficers;
import org.comity.ui.NavCounts;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The numbers of the rail: what waits for our State, and what waits for this official. */
@Component
class DeskCounts implements NavCounts {

    private final ObjectProvider<Drafts> drafts;
    private final ObjectProvider<Confirmations> confirmations;
    private final CountedOnce counted;
    private final CaseAccess access;
    private final Compartments compartments;
    private final ObjectProvider<OurEntry> ourEntry;

    DeskCounts(
            ObjectProvider<Drafts> drafts,
            ObjectProvider<Confirmations> confirmations,
            CountedOnce counted,
            CaseAccess access,
            Compartments compartments,
            ObjectProvider<OurEntry> ourEntry) {
        this.drafts = drafts;
        this.confirmations = confirmations;
        this.counted = counted;
        this.access = access;
        this.compartments = compartments;
        this.ourEntry = ourEntry;
    }

    @Override
    public Map<String, Integer> counts(Official official) {
        boolean onlyOversees = official.duties().size() == 1 && official.holds(Duty.OVERSIGHT);
        if (onlyOversees || !access.mayRead(official)) {
            return Map.of();
        }
        int toDecide = TwoOfficers.isSecond(official) ? waiting(official) + toConfirm(official) : 0;
        int entry = ourEntry.getObject().toApprove(official).isPresent() ? 1 : 0;
        return Map.of("desk", counted.ours(official.id()) + toDecide + entry);
    }

    /** As the desk lists them: nobody confirms what they sent themselves. */
    private int toConfirm(Official official) {
        var all = confirmations.getObject();
        return (int) all.awaited(official.id()).stream()
                .filter(it -> all.mayDecide(it, official))
                .count();
    }

    private int waiting(Official official) {
        var all = drafts.getObject();
        return compartments.hiddenFrom(official.id()).isEmpty()
                ? all.countWaiting()
                : (int) compartments.written(all.waiting(), Function.identity(), official.id()).stream()
                        .filter(it -> !it.drill())
                        .count();
    }
}
