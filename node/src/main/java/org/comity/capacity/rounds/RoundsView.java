package org.comity.capacity.rounds;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.comity.procedure.RequestRow;
import org.comity.ui.FormProblems;

/**
 * Shows all rounds, and what is on the list that this node keeps.
 *
 * @param unread by the reference of an offer, whom it bars in words by which nobody knows whom: no round proposes it
 */
public record RoundsView(
        List<OpenedRoundName> rounds,
        List<RequestRow> needs,
        List<RequestRow> offers,
        Map<String, List<String>> unread,
        boolean mayOpen,
        RoundForm form,
        FormProblems problems) {

    /** Its name, and since when its weights stand. */
    public record OpenedRoundName(String id, Instant fixedAt) {}
}
