package org.comity.exchange.outbox;

import java.time.Instant;
import org.comity.thread.ThreadKeeping;
import org.comity.thread.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Where this node keeps the register, a held act gets its entry when its hour has come, and not before. */
@Component
class HeldActs {

    private static final Logger log = LoggerFactory.getLogger(HeldActs.class);

    private final Threads threads;
    private final ThreadKeeping keeping;
    private final TransactionTemplate transaction;
    private final FailedLately lately = new FailedLately();

    HeldActs(Threads threads, ThreadKeeping keeping, TransactionTemplate transaction) {
        this.threads = threads;
        this.keeping = keeping;
        this.transaction = transaction;
    }

    void release(Instant now) {
        for (var act : threads.heldUntil(now)) {
            if (lately.pauses(act, now)) continue;
            try {
                transaction.executeWithoutResult(status -> keeping.registerHeld(act));
                lately.succeeded(act);
            } catch (RuntimeException e) {
                lately.failed(act, now);
                // Of one; the others do not wait for whoever mends it.
                log.warn("act {} was held until now and could not be registered: {}", act, e.toString());
            }
        }
    }
}
