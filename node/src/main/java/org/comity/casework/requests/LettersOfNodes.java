package org.comity.casework.requests;

import java.time.Clock;
import java.util.Map;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.ledger.Ledger;
import org.comity.thread.Threads;
import org.comity.ui.LivePages;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes off the desk what waits to be posted to a State that has a node since: its node does not hold what began on paper. What
 * began between nodes stays, for an officer to post.
 */
@Component
class LettersOfNodes {

    private final DispatchRows rows;
    private final Directory directory;
    private final Threads threads;
    private final Ledger ledger;
    private final LivePages live;
    private final Clock clock;

    LettersOfNodes(
            DispatchRows rows, Directory directory, Threads threads, Ledger ledger, LivePages live, Clock clock) {
        this.rows = rows;
        this.directory = directory;
        this.threads = threads;
        this.ledger = ledger;
        this.live = live;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
    void turn() {
        rows.waiting().forEach((thread, authority) -> {
            if (GoneParticipant.hasNode(directory, authority)) {
                threads.find(thread).filter(it -> !it.byWire()).ifPresent(this::takeOff);
            }
        });
    }

    private void takeOff(Threads.Thread thread) {
        int letters = rows.nodeStands(thread.id(), clock.instant());
        if (letters == 0) return;
        ledger.record(null, "letter.not-posted", thread.id(), Map.of("was", "", "now", Integer.toString(letters)));
        live.changed("requests", thread.reference());
    }
}
