package org.comity.casework.compartments;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.ActSent;
import org.comity.casework.Compartments;
import org.comity.casework.Drafts;
import org.comity.casework.OrdersServed;
import org.comity.ledger.Ledger;
import org.comity.procedure.Link;
import org.comity.proof.act.Act;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Closes a request of ours that follows a closed one, or an order that was granted in one, to the same officers, inside the
 * transaction that sends it: it says what the other said.
 */
@Component
class ClosingFollowers {

    private final CompartmentRows rows;
    private final Drafts drafts;
    private final OrdersServed served;
    private final Ledger ledger;
    private final Clock clock;

    ClosingFollowers(CompartmentRows rows, Drafts drafts, OrdersServed served, Ledger ledger, Clock clock) {
        this.rows = rows;
        this.drafts = drafts;
        this.served = served;
        this.ledger = ledger;
        this.clock = clock;
    }

    @EventListener
    void sent(ActSent sent) {
        var envelope = sent.act().envelope();
        var follows = Link.read(envelope.facts().getOrDefault(Link.FACT, ""));
        var granted = grantedIn(sent.act());
        if (follows.isEmpty() && granted.isEmpty()) return;
        // One that is being closed or opened just now is waited for: by this send it is the one or the other.
        rows.following();
        var hidden = rows.hiddenFrom(Compartments.ANYBODY);
        follows.flatMap(it -> it.among(hidden.stream()))
                .or(() -> granted.filter(hidden::contains))
                .ifPresent(it -> close(envelope.thread(), it));
    }

    /** The request in which the order was granted that this act serves; only what opens a thread serves one. */
    private Optional<String> grantedIn(Act act) {
        if (!act.envelope().after().isEmpty()) return Optional.empty();
        return drafts.ofAct(act.id())
                .flatMap(it ->
                        Optional.ofNullable(served.requests(List.of(it.id())).get(it.id())));
    }

    private void close(String thread, String followed) {
        ClosingRequests.mustBeFew(rows);
        rows.closeAs(thread, followed, clock.instant());
        ledger.record(null, "compartment.closed", thread, Map.of());
    }
}
