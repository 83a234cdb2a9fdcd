package org.comity.capacity.matching;

import java.util.List;
import org.comity.capacity.matching.RoundSolution.PlacedUnits;
import org.jspecify.annotations.Nullable;

/**
 * A proposal with its reasons.
 *
 * @param summary what is proposed
 * @param parts of the fit, each with its points
 * @param priority why this need came when it did
 * @param next the next best offer, for the needing side alone; null if there is none
 * @param after the need that comes next for these units, without a name, for both sides; null if there is none
 * @param afterNeed its id, for the Secretariat alone
 */
public record ExplainedProposal(
        PlacedUnits placed,
        ReasonSentence summary,
        List<ReasonSentence> parts,
        List<ReasonSentence> priority,
        @Nullable ReasonSentence next,
        @Nullable ReasonSentence after,
        @Nullable String afterNeed) {

    public ExplainedProposal {
        parts = List.copyOf(parts);
        priority = List.copyOf(priority);
    }
}
