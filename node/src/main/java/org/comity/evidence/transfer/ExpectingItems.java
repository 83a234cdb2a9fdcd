package org.comity.evidence.transfer;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.comity.evidence.EvidenceRefused;
import org.comity.evidence.Item;
import org.comity.evidence.ItemArrivals;
import org.comity.evidence.custody.HandingOverCustody;
import org.comity.evidence.wire.OfferedItem.Altered;
import org.comity.ledger.Ledger;
import org.comity.proof.item.PayloadSegments;
import org.comity.ui.LivePages;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what is expected from others, and what officers decide about it. */
@Component
class ExpectingItems implements ItemArrivals {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final ArrivalRows rows;
    private final AlteredRows segments;
    private final BoundRows bounds;
    private final HandingOverCustody custody;
    private final Ledger ledger;
    private final LivePages live;
    private final Clock clock;

    ExpectingItems(
            ArrivalRows rows,
            AlteredRows segments,
            BoundRows bounds,
            HandingOverCustody custody,
            Ledger ledger,
            LivePages live,
            Clock clock) {
        this.rows = rows;
        this.segments = segments;
        this.bounds = bounds;
        this.custody = custody;
        this.ledger = ledger;
        this.live = live;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void expect(String manifest, String from, String thread, String act) {
        if (!HASH.matcher(manifest).matches()) throw new EvidenceRefused("manifest", "SHA-256 in hexadecimal");
        if (rows.expect(manifest, from, thread, act, now())) {
            ledger.record(null, "evidence.expected", manifest, Map.of("from", from, "act", act));
            live.changed("transfers", manifest);
        }
    }

    @Override
    public Optional<Arrival> find(String manifest) {
        return rows.find(manifest);
    }

    @Override
    public Optional<AlteredSegment> altered(Item item) {
        return item.manifest()
                .flatMap(manifest -> segments.of(manifest.sha256())
                        .map(it -> segment(it, manifest.payload().size())));
    }

    private static AlteredSegment segment(Altered of, long size) {
        long first = PayloadSegments.start(of.segment());
        long last = first + PayloadSegments.length(of.segment(), size) - 1;
        return new AlteredSegment(of.segment() + 1, PayloadSegments.count(size), first, last, of.signed(), of.came());
    }

    @Override
    public List<Arrival> named(Collection<String> manifests) {
        return rows.named(manifests);
    }

    @Override
    public boolean underWay(String act) {
        return rows.underWay(act);
    }

    @Override
    public List<Arrival> newest(String thread, int limit) {
        return rows.newest(thread, limit);
    }

    @Override
    public long count(String thread) {
        return rows.count(thread);
    }

    @Override
    @Transactional
    public void pause(String manifest, Official by) {
        become(manifest, State.PAUSED, State.WAITING);
        ledger.record(by, "evidence.arrival-paused", manifest, Map.of());
    }

    @Override
    @Transactional
    public void resume(String manifest, Official by) {
        become(manifest, State.WAITING, State.PAUSED, State.CANCELLED, State.REFUSED, State.WAITING);
        bounds.press(manifest, by.id());
        ledger.record(by, "evidence.arrival-waiting", manifest, Map.of());
    }

    @Override
    @Transactional
    public void cancel(String manifest, Official by) {
        become(manifest, State.CANCELLED, State.WAITING, State.PAUSED, State.REFUSED);
        var item = rows.find(manifest).map(Arrival::item).orElse(null);
        if (item != null && custody.givenUp(item, by)) rows.forget(manifest);
        ledger.record(by, "evidence.arrival-cancelled", manifest, Map.of());
    }

    @Override
    @Transactional
    public void destroyed(String manifest) {
        rows.become(
                manifest,
                State.NOT_MATCHED,
                "destroyed",
                now(),
                State.WAITING,
                State.PAUSED,
                State.WHOLE,
                State.REFUSED,
                State.CANCELLED);
        live.changed("transfers", manifest);
    }

    private void become(String manifest, State state, State... from) {
        if (rows.find(manifest).isEmpty()) throw TransferRefused.unknown();
        if (!rows.become(manifest, state, null, now(), from)) {
            throw TransferRefused.ended();
        }
        live.changed("transfers", manifest);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
