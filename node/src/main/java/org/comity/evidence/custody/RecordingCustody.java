package org.comity.evidence.custody;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.comity.evidence.CustodyEntry.Event;
import org.comity.evidence.Evidence.Beginning;
import org.comity.evidence.EvidenceRefused;
import org.comity.evidence.Item;
import org.comity.evidence.Item.State;
import org.comity.evidence.ItemKept;
import org.comity.evidence.ItemMatched;
import org.comity.evidence.ItemsFromSeats.Hand;
import org.comity.ledger.Ledger;
import org.comity.proof.item.ItemManifest;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Records state, custody and log line of one step, which stand or fall together. */
@Component
class RecordingCustody implements HandingOverCustody {

    private static final String ENTRY = "entry";

    private static final Set<Event> COMPARED =
            EnumSet.of(Event.MATCHED, Event.NOT_MATCHED, Event.FOUND_DAMAGED, Event.FOUND_MISSING, Event.FOUND_KEYLESS);

    private final ItemRows items;
    private final CustodyRows custody;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RecordingCustody(
            ItemRows items,
            CustodyRows custody,
            Ledger ledger,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.items = items;
        this.custody = custody;
        this.ledger = ledger;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    void begun(UUID id, Beginning what, Official by) {
        transaction.executeWithoutResult(status -> {
            add(new Item(
                    id,
                    what.name(),
                    what.folder(),
                    what.mediaType(),
                    what.thread(),
                    what.size(),
                    State.ADDING,
                    now(),
                    by.id(),
                    what.sealedOnly(),
                    null,
                    null));
            if (what.written() != null) items.written(id, what.written());
            write(id, Event.ADDING_BEGUN, by, null);
        });
    }

    @Override
    public boolean givenUp(UUID id, @Nullable Official by) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean became = items.givenUp(id);
            if (became) write(id, Event.GIVEN_UP, by, null);
            return became;
        }));
    }

    /** What a seat added, whole, and no act handed over. */
    boolean dropped(UUID id, @Nullable Official by) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var manifest = manifest(id);
            boolean became = items.dropped(id);
            if (became) write(id, Event.NOT_HANDED_OVER, by, manifest);
            return became;
        }));
    }

    /** What a seat added is an item of the thread from now on, as if it had been added to it. */
    void handedOver(Item item, Hand by, String act) {
        transaction.executeWithoutResult(status -> {
            items.handedOver(item.id());
            write(item.id(), Event.HANDED_OVER, by.person(), manifest(item.id()), Map.of("act", act));
            items.find(item.id()).map(ItemKept::new).ifPresent(events::publishEvent);
            if (item.state() == State.MATCHED) told(item.id(), true);
        });
    }

    void removed(UUID id) {
        items.removed(id, now());
    }

    @Override
    public boolean destroying(UUID id, @Nullable Official by) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean became = items.destroyed(id);
            if (became) write(id, Event.DESTROYING, by, manifest(id));
            return became;
        }));
    }

    /** Nothing of it is left in the vault. */
    void destroyed(UUID id) {
        transaction.executeWithoutResult(status -> {
            items.removed(id, now());
            write(id, Event.DESTROYED, null, manifest(id));
        });
    }

    /** @param why null: nothing holds it any more */
    void legalHold(UUID id, @Nullable String why, Official by) {
        transaction.executeWithoutResult(status -> {
            items.legalHold(id, why);
            write(id, why == null ? Event.LEGAL_HOLD_ENDED : Event.LEGAL_HOLD, by, manifest(id));
        });
    }

    private @Nullable String manifest(UUID id) {
        return items.find(id).flatMap(Item::manifest).map(ItemManifest::sha256).orElse(null);
    }

    void sealed(UUID id, ItemManifest manifest, Official by) {
        transaction.executeWithoutResult(status -> {
            if (items.sealed(id, manifest)) {
                write(id, Event.SEALED, by, manifest.sha256());
                items.find(id).map(ItemKept::new).ifPresent(events::publishEvent);
            }
        });
    }

    void entry(UUID id, ItemManifest manifest, Event what, @Nullable State becomes, @Nullable Official by) {
        transaction.executeWithoutResult(status -> {
            // It was destroyed while somebody read it: what was found is worth no entry.
            boolean stands = becomes == null ? !COMPARED.contains(what) || here(id) : items.state(id, becomes);
            if (!stands) return;
            write(id, what, by, manifest.sha256());
            if (COMPARED.contains(what)) told(id, what == Event.MATCHED);
        });
    }

    /** The node found it so by itself; said once. */
    void fault(Item item, Event what) {
        transaction.executeWithoutResult(status -> {
            var becomes = StoredParts.becomes(what);
            boolean known =
                    items.find(item.id()).filter(it -> it.state() == becomes).isPresent();
            if (!known) entry(item.id(), item.manifest().orElseThrow(), what, becomes, null);
        });
    }

    private boolean here(UUID id) {
        return items.find(id).filter(Item::destroyed).isEmpty();
    }

    private void told(UUID id, boolean matched) {
        items.find(id).map(Item::thread).ifPresent(it -> events.publishEvent(new ItemMatched(it, id, matched)));
    }

    void viewed(Item item, Official by) {
        transaction.executeWithoutResult(status -> write(
                item.id(),
                Event.VIEWED,
                by,
                item.manifest().map(ItemManifest::sha256).orElse(null)));
    }

    /** @throws EvidenceRefused {@code not-matched} if it is not, or not any more */
    void exported(Item item, long from, Official by) {
        transaction.executeWithoutResult(status -> {
            var more = new HashMap<String, String>();
            if (from > 0) more.put("from", Long.toString(from));
            if (item.sealedOnly()) more.put("never-shown", "known");
            write(item.id(), Event.EXPORTED, by, manifest(item.id()), more);
            // Whoever writes its custody has it alone: what it is now it stays until this is written.
            if (items.find(item.id()).filter(it -> it.state() == State.MATCHED).isEmpty()) {
                throw new EvidenceRefused("not-matched", "It was not opened whole, or is here no longer");
            }
        });
    }

    void keptSealed(Item item, Official by) {
        transaction.executeWithoutResult(status -> {
            items.keepSealed(item.id());
            write(
                    item.id(),
                    Event.KEPT_SEALED,
                    by,
                    item.manifest().map(ItemManifest::sha256).orElse(null));
        });
    }

    @Override
    public void released(UUID id, String manifest) {
        transaction.executeWithoutResult(status -> write(id, Event.RELEASED, null, manifest));
    }

    @Override
    public void arriving(UUID id, Beginning what, ItemManifest manifest, String from) {
        transaction.executeWithoutResult(status -> {
            add(new Item(
                    id,
                    what.name(),
                    what.folder(),
                    what.mediaType(),
                    what.thread(),
                    what.size(),
                    State.ARRIVING,
                    now(),
                    from,
                    what.sealedOnly(),
                    null,
                    manifest));
            write(id, Event.ARRIVING, null, manifest.sha256());
        });
    }

    @Override
    public void received(UUID id, ItemManifest manifest) {
        entry(id, manifest, Event.RECEIVED, State.SEALED, null);
    }

    private void add(Item item) {
        items.add(item);
        events.publishEvent(new ItemKept(item));
    }

    private void write(UUID id, Event what, @Nullable Official by, @Nullable String manifest) {
        write(id, what, by, manifest, Map.of());
    }

    private void write(
            UUID id, Event what, @Nullable Official by, @Nullable String manifest, Map<String, String> more) {
        int n = custody.record(id, now(), what, by == null ? null : by.id(), manifest);
        var facts = new HashMap<>(more);
        // The line says of which entry it is: whoever prints custody shows the line of each entry and no other.
        facts.put(ENTRY, Integer.toString(n));
        if (manifest != null) facts.put("manifest", manifest);
        ledger.record(by, "evidence." + CustodyRows.word(what), id.toString(), Map.copyOf(facts));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
