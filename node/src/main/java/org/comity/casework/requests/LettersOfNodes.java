package org.comity.casework.requests;

import java.time.Clock;
import java.util.Map;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.ledger.Ledger;
import org.comity.thread.Threads;
import org.comity.ui.LivePages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes off the desk what waits to be posted to a State that has a node since: its node does not hold what began on paper. What
 * began between nodes stays, for an officer to post.
 */
@Component
class LettersOfNodes {

    private static final Logger log = LoggerFactory.getLogger(LettersOfNodes.class);

    private final DispatchRows rows;
    private final Directory directory;
    private final Threads threads;
    private final Ledger ledger;
    private final LivePages live;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LettersOfNodes(
            DispatchRows rows,
            Directory directory,
            Threads threads,
            Ledger ledger,
            LivePages live,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.directory = directory;
        this.threads = threads;
        this.ledger = ledger;
        this.live = live;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
    void turn() {
        rows.waiting().forEach((thread, authority) -> {
            try {
                look(thread, authority);
            } catch (RuntimeException fault) {
                // Of one thread; the letters of the others are not to wait for whoever mends it.
                log.error("the letters of thread {} stay on the desk until the next look", thread, fault);
            }
        });
    }

    private void look(String thread, String authority) {
        if (GoneParticipant.hasNode(directory, authority)) {
            threads.find(thread)
                    .filter(it -> !it.byWire())
                    .ifPresent(it -> transaction.executeWithoutResult(_ -> takeOff(it)));
        }
    }

    private void takeOff(Threads.Thread thread) {
        int letters = rows.nodeStands(thread.id(), clock.instant());
        if (letters == 0) return;
        ledger.record(null, "letter.not-posted", thread.id(), Map.of("was", "", "now", Integer.toString(letters)));
        live.changed("requests", thread.reference());
    }
}
