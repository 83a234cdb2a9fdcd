package org.comity.forum;

import org.comity.casework.BeforeSending;
import org.comity.procedure.Draft;
import org.comity.thread.Threads;
import org.springframework.stereotype.Component;

/** Keeps the host from placing what would stand nowhere: it is set aside, and so comes back to its author. */
@Component
class PlacingWhatFits implements BeforeSending {

    private final PlacingActs placing;
    private final Threads threads;

    PlacingWhatFits(PlacingActs placing, Threads threads) {
        this.placing = placing;
        this.threads = threads;
    }

    @Override
    public void check(Draft draft) {
        if (!placing.brings(draft.procedure()) || !draft.type().equals("place") || draft.thread() == null) return;
        var thread = threads.find(draft.thread()).orElseThrow();
        var opening = threads.opening(thread.id()).orElseThrow();
        placing.obstacle(opening, placing.said(opening), thread.counterpart()).ifPresent(_ -> {
            throw RoomRefused.notPlaceable();
        });
    }
}
