package org.comity.capacity.rounds;

import java.time.Instant;
import java.util.List;
import org.comity.capacity.matching.RoundWeights;
import org.jspecify.annotations.Nullable;

/**
 * Shows one round.
 *
 * @param maySolve the first time, or again once all have answered
 * @param mayApprove whoever reads it is a second officer, and a result waits
 * @param mayTell whoever reads it may write to the States
 */
public record RoundView(
        String id,
        Instant fixedAt,
        int room,
        int answerDays,
        RoundWeights weights,
        List<SolvedRound> solvings,
        boolean maySolve,
        boolean mayApprove,
        boolean mayTell) {

    /** Stands in the file of a round for who approves it, until somebody has. */
    static final String NOBODY_YET = "?";

    public @Nullable SolvedRound last() {
        return solvings.isEmpty() ? null : solvings.getLast();
    }
}
