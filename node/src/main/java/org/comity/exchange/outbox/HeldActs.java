package org.comity.exchange.outbox;

import java.time.Instant;
import org.comity.thread.ThreadKeeping;
import org.comity.thread.Threads;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Where this node keeps the register, a held act gets its entry when its hour has come, and not before. */
@Component
class HeldActs {

    private final Threads threads;
    private final ThreadKeeping keeping;
    private final TransactionTemplate transaction;

    HeldActs(Threads threads, ThreadKeeping keeping, TransactionTemplate transaction) {
        this.threads = threads;
        this.keeping = keeping;
        this.transaction = transaction;
    }

    void release(Instant now) {
        for (var act : threads.heldUntil(now)) {
            transaction.executeWithoutResult(status -> keeping.registerHeld(act));
        }
    }
}
