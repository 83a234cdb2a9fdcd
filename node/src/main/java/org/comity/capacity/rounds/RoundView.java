package org.comity.capacity.rounds;

import java.time.Instant;
import java.util.List;
import org.comity.capacity.matching.RoundFile;
import org.comity.capacity.matching.RoundWeights;
import org.jspecify.annotations.Nullable;

/**
 * Shows one round.
 *
 * @param maySolve the first time, or again once all have answered
 * @param mayApprove whoever reads it is a second officer, and a result waits
 * @param mayTell whoever reads it may write to the States
 * @param mayEnd whoever reads it may say that it comes to nothing
 * @param ended null where it did not
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
        boolean mayTell,
        boolean mayEnd,
        EndingRounds.@Nullable EndedRound ended) {

    /** Stands in the file of a round for who approves it, until somebody has. */
    static final String NOBODY_YET = "?";

    /** Whether its last result was refused, and it is not solved again. */
    public boolean spent() {
        return ended == null
                && solvings.size() >= RoundFile.MOST_SOLVINGS
                && solvings.getLast().refused() != null;
    }

    /** The last that a second officer has not refused. */
    public @Nullable SolvedRound last() {
        return solvings.reversed().stream()
                .filter(it -> it.refused() == null)
                .findFirst()
                .orElse(null);
    }
}
