package org.comity.evidence.transfer;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.comity.evidence.Evidence;
import org.comity.evidence.Item;
import org.comity.evidence.ItemArrivals.Arrival;
import org.comity.evidence.ItemArrivals.State;
import org.comity.evidence.ItemArrived;
import org.comity.evidence.custody.HandingOverCustody;
import org.comity.evidence.wire.OfferedItem.Altered;
import org.comity.ledger.Ledger;
import org.comity.proof.item.ItemManifest;
import org.comity.ui.LivePages;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends an arrival: whole, then opened whole and matched or not; or refused. Record and news in one. */
@Component
class EndingArrivals {

    private final ArrivalRows rows;
    private final AlteredRows segments;
    private final Evidence evidence;
    private final HandingOverCustody custody;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final LivePages live;
    private final TransferSpeeds speeds;
    private final Clock clock;

    // More than eight: the end of an arrival is custody, row, record and news in one transaction.
    EndingArrivals(
            ArrivalRows rows,
            AlteredRows segments,
            Evidence evidence,
            HandingOverCustody custody,
            Ledger ledger,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            LivePages live,
            TransferSpeeds speeds,
            Clock clock) {
        this.rows = rows;
        this.segments = segments;
        this.evidence = evidence;
        this.custody = custody;
        this.ledger = ledger;
        this.events = events;
        this.transaction = transaction;
        this.live = live;
        this.speeds = speeds;
        this.clock = clock;
    }

    /** Also if an officer paused it in the last second: it is here. What was cancelled goes. */
    void whole(Arrival arrival, UUID item, ItemManifest manifest) {
        transaction.executeWithoutResult(status -> {
            var known = evidence.item(item).orElseThrow();
            if (known.gone()) return;
            if (known.state() == Item.State.ARRIVING) custody.received(item, manifest);
            become(arrival, item, State.WHOLE, null, State.WAITING, State.PAUSED);
        });
    }

    /** Opens it whole, which may take minutes; a stop begins it anew. */
    void match(Arrival arrival) throws IOException {
        var item = java.util.Objects.requireNonNull(arrival.item());
        var known = evidence.item(item).orElseThrow();
        var found = known.state() == Item.State.MATCHED ? known : evidence.match(item, null);
        boolean matched = found.state() == Item.State.MATCHED;
        transaction.executeWithoutResult(status -> become(
                arrival,
                item,
                matched ? State.MATCHED : State.NOT_MATCHED,
                matched ? null : found.lost() ? "damaged-here" : "not-matched",
                State.WHOLE));
    }

    void waitsForOfficer(Arrival arrival, String code) {
        transaction.executeWithoutResult(status -> {
            if (rows.become(arrival.manifest(), State.PAUSED, code, now(), State.WAITING)) {
                var facts = Map.of("why", code, "from", arrival.from());
                ledger.record(null, "evidence.waits-for-officer", arrival.manifest(), facts);
            }
        });
        live.changed("transfers", arrival.manifest());
    }

    /** @param altered the segment that is not what was signed, or null */
    void refused(Arrival arrival, String code, @Nullable Altered altered) {
        transaction.executeWithoutResult(status -> {
            if (become(arrival, arrival.item(), State.REFUSED, code, State.WAITING)) {
                segments.put(arrival.manifest(), altered);
                ledger.record(
                        null, "evidence.refused", arrival.manifest(), Map.of("why", code, "from", arrival.from()));
            }
        });
    }

    private boolean become(Arrival arrival, @Nullable UUID item, State state, @Nullable String why, State... from) {
        boolean became = rows.become(arrival.manifest(), state, why, now(), from);
        if (became) {
            events.publishEvent(new ItemArrived(arrival.thread(), arrival.act(), arrival.manifest(), item, state));
        }
        speeds.ended(arrival.manifest());
        live.changed("transfers", arrival.manifest());
        return became;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
