package org.comity.ledger;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The pace at which lines come into the tree and its head is signed; no page waits for it. */
@Component
class PacingLog {

    /** Of one step: a log that comes in whole, after an update, must not keep the node's other steps waiting. */
    private static final int MOST_BATCHES = 10;

    private final GrowingLog log;

    PacingLog(GrowingLog log) {
        this.log = log;
    }

    @Scheduled(initialDelayString = "${node.ledger.every:PT1M}", fixedDelayString = "${node.ledger.every:PT1M}")
    void step() {
        for (int batches = 0; batches < MOST_BATCHES && log.takeSome(); batches++) {
            // Some more.
        }
        log.sign();
    }
}
