package org.comity.casework.compartments;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.ActSent;
import org.comity.casework.Compartments;
import org.comity.ledger.Ledger;
import org.comity.procedure.Link;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Closes a request of ours that follows a closed one to the same officers, inside the transaction that sends it: it says what
 * the other said.
 */
@Component
class ClosingFollowers {

    private final CompartmentRows rows;
    private final Ledger ledger;
    private final Clock clock;

    ClosingFollowers(CompartmentRows rows, Ledger ledger, Clock clock) {
        this.rows = rows;
        this.ledger = ledger;
        this.clock = clock;
    }

    @EventListener
    void sent(ActSent sent) {
        var envelope = sent.act().envelope();
        Link.read(envelope.facts().getOrDefault(Link.FACT, ""))
                .flatMap(this::closed)
                .ifPresent(it -> close(envelope.thread(), it));
    }

    /** One that is being closed or opened just now is waited for: by this send it is the one or the other. */
    private Optional<String> closed(Link follows) {
        rows.following();
        return follows.among(rows.hiddenFrom(Compartments.ANYBODY).stream());
    }

    private void close(String thread, String followed) {
        ClosingRequests.mustBeFew(rows);
        rows.closeAs(thread, followed, clock.instant());
        ledger.record(null, "compartment.closed", thread, Map.of());
    }
}
