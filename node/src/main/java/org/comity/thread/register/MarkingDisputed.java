package org.comity.thread.register;

import java.time.Clock;
import java.util.Map;
import org.comity.ledger.Ledger;
import org.comity.proof.register.SignedEntry;
import org.comity.thread.ThreadDisputed;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Marks a thread whose registers differ, once, and keeps the proofs of both sides. */
@Component
class MarkingDisputed {

    private final ThreadRows threads;
    private final DisputeProofs proofs;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MarkingDisputed(
            ThreadRows threads, DisputeProofs proofs, Ledger ledger, ApplicationEventPublisher events, Clock clock) {
        this.threads = threads;
        this.proofs = proofs;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    void dispute(ThreadRow thread, String why, byte @Nullable [] ours, SignedEntry theirs) {
        proofs.add(thread.id(), why, ours, theirs, clock.instant());
        if (!thread.isDisputed()) {
            threads.dispute(thread.id(), why, clock.instant());
            ledger.record(null, "thread.disputed", thread.id(), Map.of("why", why));
            events.publishEvent(new ThreadDisputed(thread.id(), why));
        }
    }

    /** A further entry in a thread already disputed: kept, and nothing else. */
    void keep(ThreadRow thread, SignedEntry theirs) {
        proofs.add(thread.id(), "came-after", null, theirs, clock.instant());
    }
}
