package org.comity.casework.requests;

import java.time.Clock;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.thread.Threads;
import org.comity.ui.LivePages;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Takes off the desk what waits to be posted to a State that has a node since: its node does not hold what began on paper. */
@Component
class LettersOfNodes {

    private final DispatchRows rows;
    private final Directory directory;
    private final Threads threads;
    private final LivePages live;
    private final Clock clock;

    LettersOfNodes(DispatchRows rows, Directory directory, Threads threads, LivePages live, Clock clock) {
        this.rows = rows;
        this.directory = directory;
        this.threads = threads;
        this.live = live;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
    void turn() {
        rows.waiting().forEach((thread, authority) -> {
            if (GoneParticipant.shown(directory, authority).hasNode()) {
                rows.nodeStands(thread, clock.instant());
                threads.find(thread).ifPresent(it -> live.changed("requests", it.reference()));
            }
        });
    }
}
