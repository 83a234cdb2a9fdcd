package org.comity.capacity.rounds;

import java.util.List;
import java.util.Optional;
import org.comity.board.HeldBoards;
import org.comity.capacity.KeptList;
import org.comity.capacity.WaitingNeeds;
import org.springframework.stereotype.Component;

/** Counts them in the list where this node keeps it, else on the board that its host publishes. */
@Component
class CountingWaitingNeeds implements WaitingNeeds {

    /** As many as a board gives at a look; of more, nobody is told a number that is not right. */
    private static final int MOST = 500;

    private final RecentNeeds recent;
    private final HeldBoards boards;
    private final KeptList kept;

    CountingWaitingNeeds(RecentNeeds recent, HeldBoards boards, KeptList kept) {
        this.recent = recent;
        this.boards = boards;
        this.kept = kept;
    }

    @Override
    public Optional<Total> total() {
        return of(kept.here() ? recent.states() : onTheBoard());
    }

    private List<String> onTheBoard() {
        return boards.named(PublishingNeeds.BOARD)
                .filter(it -> it.standing() >= FEWEST_STATES && it.standing() <= MOST)
                .map(it -> boards.standing(it.host(), it.name(), MOST).stream()
                        .map(entry ->
                                entry.body() != null && entry.body().get("state") instanceof String state ? state : "")
                        .filter(state -> !state.isEmpty())
                        .toList())
                .orElse(List.of());
    }

    /** @param waiting the State of each need */
    static Optional<Total> of(List<String> waiting) {
        int states = (int) waiting.stream().distinct().count();
        return states < FEWEST_STATES ? Optional.empty() : Optional.of(new Total(waiting.size(), states));
    }
}
