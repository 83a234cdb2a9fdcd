package org.comity.capacity.rounds;

import java.util.List;
import org.comity.capacity.KeptList;
import org.comity.casework.CaseAccess;
import org.comity.ui.ThingsDue;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Tells the desk of who keeps the list whom it has to tell that what was proposed to them is gone. */
@Component
class DueLosses implements ThingsDue {

    private final String needs = MatchedProcedures.read().needs();
    private final LostPairs lost;
    private final KeptList kept;
    private final CaseAccess access;

    DueLosses(LostPairs lost, KeptList kept, CaseAccess access) {
        this.lost = lost;
        this.kept = kept;
        this.access = access;
    }

    @Override
    public List<Due> due(Official by) {
        if (!kept.here() || !access.mayRead(by)) return List.of();
        return lost.all(MOST).stream()
                .limit(MOST)
                .map(it -> {
                    boolean need = it.waits().law().equals(needs);
                    return new Due(
                            need ? "lost-offer" : "lost-need",
                            it.waits().reference(),
                            "/requests/" + it.waits().address() + "/"
                                    + (need ? ProposingPair.TOLD_NEED : ProposingPair.TOLD_OFFER),
                            it.gone().changedAt(),
                            null);
                })
                .toList();
    }
}
