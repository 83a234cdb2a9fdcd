package org.comity.evidence.custody;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
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
import org.comity.vocabulary.RuleBroken;
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
    private static final String TOO_MANY_BYTES = "evidence.too-many-bytes";

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
        this.turns = ConcurrencyLimit.ofAllAndEach(settings.atOnceOfAll(), settings.atOnce());
    }

    @Override
    public UUID begin(Beginning file, long bytes, Hand by) {
        return inTurn(() -> {
            for (var each : bounds(by)) if (bytes > each.bytes()) throw each.refused();
            return begun(file, bytes, by);
        });
    }

    private <T> T inTurn(Supplier<T> what) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            rows.inTurn();
            return what.get();
        }));
    }

    private UUID begun(Beginning file, long bytes, Hand by) {
        var id = underWay.begin(file, by.person());
        rows.bind(id, by, bytes);
        return id;
    }

    /** How many bytes one more file may have, and what is said of one that has more. */
    private record Bound(long bytes, String code, String detail) {

        EvidenceRefused refused() {
            return new EvidenceRefused(code, detail);
        }
    }

    private List<Bound> bounds(Hand by) {
        var held = rows.held(by.participant(), clock.instant().minus(DAY));
        if (held.files() >= settings.files())
            throw new EvidenceRefused("seat-files", "At most %d".formatted(settings.files()));
        return List.of(
                new Bound(settings.bytes().toBytes() - held.bytes(), "seat-bytes", "At most " + settings.bytes()),
                new Bound(settings.aDay().toBytes() - held.sinceYesterday(), "seat-day", "At most " + settings.aDay()),
                new Bound(room(), "no-room", "It has more bytes than are free"));
    }

    /** Neither kept free nor promised to others. */
    private long room() {
        try {
            long reserve = Math.max(SPARE, vault.disk() / 100 * settings.reserve());
            long free = vault.room() - rows.promised() - reserve - PayloadLayout.NONCE;
            return free / PayloadLayout.SEALED_CHUNK * PayloadLayout.CHUNK;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of a form: what is left of its bounds is its own until its last byte has come. */
    private record Begun(UUID id, long most, Bound bound) {}

    private Begun begun(Beginning file, long most, Hand by, List<Bound> bounds) {
        var bound = bounds.stream().min(Comparator.comparingLong(Bound::bytes)).orElseThrow();
        if (bound.bytes() <= 0) throw bound.refused();
        long promised = Math.min(most, bound.bytes());
        return new Begun(begun(file, promised, by), promised, bound);
    }

    @Override
    public Item take(Beginning file, long most, InputStream plain, Supplier<Hand> by) throws IOException {
        var hand = by.get();
        try (var turn = turn(hand)) {
            var begun = inTurn(() -> begun(file, most, hand, bounds(hand)));
            try {
                underWay.add(begun.id(), 0, plain, begun.most());
                return sealed(begun.id(), null, by.get());
            } catch (RuleBroken refused) {
                drop(item(begun.id(), hand), hand.person());
                throw refused.code().equals(TOO_MANY_BYTES) ? begun.bound().refused() : refused;
            } catch (IOException broken) {
                rows.sized(begun.id(), underWay.stored(begun.id()));
                throw broken;
            }
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
    public long reached(UUID item, Hand by) throws IOException {
        var known = item(item, by);
        try (var turn = turn(by)) {
            return underWay.reached(known.id());
        }
    }

    @Override
    public long add(UUID item, long from, InputStream plain, Hand by) throws IOException {
        var known = item(item, by);
        try (var turn = turn(by)) {
            return underWay.add(known.id(), from, plain, rows.bytes(known.id()));
        }
    }

    private ConcurrencyLimit.Turn turn(Hand by) {
        try {
            return turns.take(by.participant());
        } catch (ConcurrencyLimit.Full full) {
            throw full.ofOne()
                    ? new EvidenceRefused("too-many-at-once", "%d at a time".formatted(settings.atOnce()))
                    : new EvidenceRefused("too-many-of-all", "%d at a time".formatted(settings.atOnceOfAll()));
        }
    }

    @Override
    public Item finish(UUID item, @Nullable String sha256, Hand by) throws IOException {
        var known = item(item, by);
        try (var turn = turn(by)) {
            return sealed(known.id(), sha256, by);
        }
    }

    private Item sealed(UUID item, @Nullable String sha256, Hand by) throws IOException {
        underWay.finish(item, sha256, by.person());
        var sealed = item(item, by);
        // Another person of its authority may have dropped it in that moment.
        var manifest = sealed.manifest().orElseThrow(() -> new EvidenceRefused("given-up", "It was dropped"));
        rows.sized(item, manifest.plain().size());
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
        // Of what a crash left between the vault and the record all bytes are here: it goes as what is sealed.
        if (item.state() == State.ADDING && underWay.kept(item.id()).isEmpty()) {
            long came = underWay.stored(item.id());
            underWay.giveUp(item.id(), by);
            rows.sized(item.id(), came);
        } else if (!recording.dropped(item.id(), by)) throw unknown();
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
        var now = clock.instant();
        rows.waitingSince(now.minus(settings.kept())).forEach(it -> letGo(it, false));
        // What was begun and never came keeps no room from others.
        rows.unfinishedSince(now.minus(DAY)).forEach(it -> letGo(it, true));
    }

    private void letGo(Item item, boolean ifNothingCame) {
        try {
            if (ifNothingCame && came(item)) return;
            drop(item, null);
        } catch (IOException | RuntimeException e) {
            log.warn("Item {} of a seat could not go, and is tried again: {}", item.id(), e.toString());
        }
    }

    private boolean came(Item item) throws IOException {
        return underWay.stored(item.id()) > 0 || underWay.kept(item.id()).isPresent();
    }
}
