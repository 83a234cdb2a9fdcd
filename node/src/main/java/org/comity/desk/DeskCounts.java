package org.comity.desk;

import java.util.Map;
import org.comity.casework.CaseAccess;
import org.comity.casework.Confirmations;
import org.comity.casework.UnsentActs;
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

    private final ObjectProvider<UnsentActs> unsent;
    private final ObjectProvider<Confirmations> confirmations;
    private final CountedOnce counted;
    private final CaseAccess access;
    private final ObjectProvider<OurEntry> ourEntry;

    DeskCounts(
            ObjectProvider<UnsentActs> unsent,
            ObjectProvider<Confirmations> confirmations,
            CountedOnce counted,
            CaseAccess access,
            ObjectProvider<OurEntry> ourEntry) {
        this.unsent = unsent;
        this.confirmations = confirmations;
        this.counted = counted;
        this.access = access;
        this.ourEntry = ourEntry;
    }

    @Override
    public Map<String, Integer> counts(Official official) {
        boolean onlyOversees = official.duties().size() == 1 && official.holds(Duty.OVERSIGHT);
        if (onlyOversees || !access.mayRead(official)) {
            return Map.of();
        }
        int toDecide = approves(official) ? unsent.getObject().toApprove(official) : 0;
        int toConfirm = TwoOfficers.isSecond(official) ? toConfirm(official) : 0;
        int entry = ourEntry.getObject().toApprove(official).isPresent() ? 1 : 0;
        return Map.of("desk", counted.ours(official.id()) + toDecide + toConfirm + entry);
    }

    /** Who holds none of these duties approves nothing; what of the rest, each act says. */
    private static boolean approves(Official official) {
        return TwoOfficers.isSecond(official) || official.holds(Duty.DUTY_OFFICER);
    }

    /** As the desk lists them: nobody confirms what they sent themselves. */
    private int toConfirm(Official official) {
        var all = confirmations.getObject();
        return (int) all.awaited(official.id()).stream()
                .filter(it -> all.mayDecide(it, official))
                .count();
    }
}
