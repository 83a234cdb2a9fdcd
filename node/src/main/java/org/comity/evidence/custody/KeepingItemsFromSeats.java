package org.comity.evidence.custody;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.comity.evidence.Evidence.Beginning;
import org.comity.evidence.EvidenceRefused;
import org.comity.evidence.Item;
import org.comity.evidence.Item.State;
import org.comity.evidence.ItemsFromSeats;
import org.comity.evidence.SeatItemSettings;
import org.comity.evidence.vault.Vault;
import org.comity.port.ConcurrencyLimit;
import org.comity.proof.age.PayloadLayout;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps items from seats within their bounds, hands them over, and lets go what nobody handed over. */
@Component
class KeepingItemsFromSeats implements ItemsFromSeats {

    private static final Logger log = LoggerFactory.getLogger(KeepingItemsFromSeats.class);
    private static final Duration DAY = Duration.ofDays(1);
    private static final long SPARE = 64 << 20;

    private final SeatItemRows rows;
    private final ItemsBeingAdded underWay;
    private final RecordingCustody recording;
    private final MatchingInBackground beside;
    private final Vault vault;
    private final SeatItemSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ConcurrencyLimit<String> turns;

    KeepingItemsFromSeats(
            SeatItemRows rows,
            ItemsBeingAdded underWay,
            RecordingCustody recording,
            MatchingInBackground beside,
            Vault vault,
            SeatItemSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.underWay = underWay;
        this.recording = recording;
        this.beside = beside;
        this.vault = vault;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
        this.turns = ConcurrencyLimit.ofEach(settings.atOnce());
    }

    @Override
    public UUID begin(Beginning file, long bytes, Hand by) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            rows.inTurn();
            mayBegin(bytes, by);
            var id = underWay.begin(file, by.person());
            rows.bind(id, by, bytes);
            return id;
        }));
    }

    private void mayBegin(long bytes, Hand by) {
        var held = rows.held(by.participant(), clock.instant().minus(DAY));
        if (held.files() >= settings.files())
            throw new EvidenceRefused("seat-files", "At most %d".formatted(settings.files()));
        if (held.bytes() + bytes > settings.bytes().toBytes())
            throw new EvidenceRefused("seat-bytes", "At most " + settings.bytes());
        if (held.sinceYesterday() + bytes > settings.aDay().toBytes())
            throw new EvidenceRefused("seat-day", "At most " + settings.aDay());
        try {
            long reserve = Math.max(SPARE, vault.disk() / 100 * settings.reserve());
            if (vault.room() - rows.promised() - PayloadLayout.size(bytes) < reserve)
                throw new EvidenceRefused("no-room", "%d bytes are declared".formatted(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Item item(UUID item, Hand by) {
        return rows.find(item, by).orElseThrow(KeepingItemsFromSeats::unknown);
    }

    private static EvidenceRefused unknown() {
        return new EvidenceRefused("unknown", "No such item");
    }

    @Override
    public long add(UUID item, long from, InputStream plain, Hand by) throws IOException {
        var known = item(item, by);
        try (var turn = turns.take(by.participant())) {
            return underWay.add(known.id(), from, plain);
        } catch (ConcurrencyLimit.Full full) {
            throw new EvidenceRefused("too-many-at-once", "%d at a time".formatted(settings.atOnce()));
        }
    }

    @Override
    public Item finish(UUID item, @Nullable String sha256, Hand by) throws IOException {
        underWay.finish(item(item, by).id(), sha256, by.person());
        var sealed = item(item, by);
        rows.sized(item, sealed.manifest().orElseThrow().plain().size());
        beside.ask(item);
        return sealed;
    }

    @Override
    public List<Item> waiting(Hand by) {
        return rows.waiting(by);
    }

    @Override
    public List<Item> ready(Collection<String> named, Hand by) {
        return rows.ready(named, by);
    }

    @Override
    public void drop(UUID item, Hand by) throws IOException {
        drop(item(item, by), by.person());
    }

    private void drop(Item item, @Nullable Official by) throws IOException {
        if (item.state() == State.ADDING) underWay.giveUp(item.id(), by);
        else if (!recording.dropped(item.id(), by)) throw unknown();
    }

    @Override
    public void handOver(Collection<String> manifests, String act, Hand by) {
        var ready = rows.ready(manifests, by);
        if (ready.size() != new HashSet<>(manifests).size())
            throw new EvidenceRefused("seat-gone", "%d are here".formatted(ready.size()));
        ready.forEach(it -> recording.handedOver(it, by, act));
    }

    @Scheduled(
            initialDelayString = "${node.evidence.remove-every:PT30S}",
            fixedDelayString = "${node.evidence.seats.look-every:PT1H}")
    void letGo() {
        for (var item : rows.waitingSince(clock.instant().minus(settings.kept()))) {
            try {
                drop(item, null);
            } catch (IOException | RuntimeException e) {
                log.warn("Item {} of a seat could not go, and is tried again: {}", item.id(), e.toString());
            }
        }
    }
}
