package org.comity.capacity.rounds;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.comity.procedure.RequestRow;
import org.comity.ui.FormProblems;
import org.jspecify.annotations.Nullable;

/** Shows all rounds, and what is on the list that this node keeps. */
public record RoundsView(
        List<OpenedRoundName> rounds,
        List<RequestRow> needs,
        List<RequestRow> offers,
        Unread unread,
        boolean mayOpen,
        RoundForm form,
        FormProblems problems) {

    /**
     * What offers say in words that no round reads, each by its reference: whom it bars, and for which regions it is. No round
     * proposes it to anybody, or for that region.
     */
    public record Unread(Map<String, List<String>> bars, Map<String, List<String>> regions) {}

    /**
     * Its name, and since when its weights stand.
     *
     * @param endedAt null where it has not come to nothing
     */
    public record OpenedRoundName(
            String id, Instant fixedAt, @Nullable Instant endedAt) {}
}
