package org.comity.capacity.rounds;

import java.time.Instant;
import java.util.List;
import org.comity.procedure.RequestRow;
import org.comity.ui.FormProblems;

/** Shows all rounds, and what is on the list that this node keeps. */
public record RoundsView(
        List<OpenedRoundName> rounds,
        List<RequestRow> needs,
        List<RequestRow> offers,
        boolean mayOpen,
        RoundForm form,
        FormProblems problems) {

    /** Its name, and since when its weights stand. */
    public record OpenedRoundName(String id, Instant fixedAt) {}
}
