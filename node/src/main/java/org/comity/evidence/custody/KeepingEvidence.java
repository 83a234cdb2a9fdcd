package org.comity.evidence.custody;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.comity.evidence.CustodyEntry;
import org.comity.evidence.CustodyEntry.Event;
import org.comity.evidence.Evidence;
import org.comity.evidence.EvidenceRefused;
import org.comity.evidence.Item;
import org.comity.evidence.Item.State;
import org.comity.evidence.vault.Vault;
import org.comity.proof.ReadingProgress;
import org.comity.proof.item.ItemMatching;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Items from the first byte on: what comes goes {@link ItemsBeingAdded}; what is whole is matched and shown from here. */
@Component
class KeepingEvidence implements Evidence {

    private static final int BUFFER = 1 << 20;
    private static final int LONGEST_WORDS = 500;

    private final ItemRows items;
    private final CustodyRows custody;
    private final Vault vault;
    private final RecordingCustody recording;
    private final ItemKeys keys;
    private final ItemsBeingAdded underWay;
    private final MatchingInBackground beside;
    private final StoredParts parts;
    private final ScrubbingVault scrubbing;
    private final Map<UUID, AtomicLong> matching = new ConcurrentHashMap<>();

    // More than eight: it is the face of the room, and each of them takes care of one part of an item.
    KeepingEvidence(
            ItemRows items,
            CustodyRows custody,
            Vault vault,
            RecordingCustody recording,
            ItemKeys keys,
            ItemsBeingAdded underWay,
            MatchingInBackground beside,
            StoredParts parts,
            ScrubbingVault scrubbing) {
        this.items = items;
        this.custody = custody;
        this.vault = vault;
        this.recording = recording;
        this.keys = keys;
        this.underWay = underWay;
        this.beside = beside;
        this.parts = parts;
        this.scrubbing = scrubbing;
    }

    @Override
    public UUID begin(Beginning beginning, Official by) {
        return underWay.begin(beginning, by);
    }

    @Override
    public long reached(UUID item) throws IOException {
        return underWay.reached(item);
    }

    @Override
    public long stored(UUID item) throws IOException {
        return underWay.stored(item);
    }

    @Override
    public Optional<Part> part(UUID item) throws IOException {
        return underWay.part(item);
    }

    @Override
    public long add(UUID item, long from, InputStream plain) throws IOException {
        return underWay.add(item, from, plain, Long.MAX_VALUE);
    }

    @Override
    public Item finish(UUID item, @Nullable String sha256, Official by) throws IOException {
        underWay.finish(item, sha256, by);
        return known(item);
    }

    @Override
    public void giveUp(UUID item, Official by) throws IOException {
        underWay.giveUp(item, by);
    }

    @Override
    public Item match(UUID item, @Nullable Official by) throws IOException {
        var known = known(item).here();
        var manifest = known.manifest()
                .filter(it -> known.whole())
                .orElseThrow(() -> new EvidenceRefused("not-sealed", "Its bytes are still coming"));
        var fault = parts.fault(known);
        if (fault.isPresent()) {
            recording.entry(item, manifest, fault.get(), StoredParts.becomes(fault.get()), by);
            return known(item);
        }
        var key = keys.of(item);
        boolean bound = key.commitment().equals(manifest.commitment());
        try (var payload = vault.kept(item);
                var in = counted(item, new BufferedInputStream(Channels.newInputStream(payload), BUFFER))) {
            var found = ItemMatching.read(in, key);
            if (!found.payload().equals(manifest.payload())) {
                recording.entry(item, manifest, Event.FOUND_DAMAGED, State.DAMAGED, by);
            } else if (!bound || !found.matches(manifest)) {
                recording.entry(item, manifest, Event.NOT_MATCHED, null, by);
            } else {
                recording.entry(item, manifest, Event.MATCHED, State.MATCHED, by);
            }
        } catch (IOException e) {
            scrubbing.readFailed(item);
            throw e;
        } finally {
            matching.remove(item);
        }
        return known(item);
    }

    @Override
    public Optional<Event> fault(UUID item) throws IOException {
        var known = known(item).here();
        if (known.state() == State.DAMAGED) return Optional.of(Event.FOUND_DAMAGED);
        var fault = parts.fault(known);
        if (fault.isPresent()) scrubbing.readFailed(item);
        return fault;
    }

    @Override
    public void readFailed(UUID item) {
        scrubbing.readFailed(item);
    }

    @Override
    public List<Item> lost(int limit) {
        return items.lost(limit);
    }

    private InputStream counted(UUID item, InputStream in) {
        ReadingProgress howFar = matching.computeIfAbsent(item, it -> new AtomicLong())::addAndGet;
        return howFar.over(in);
    }

    @Override
    public void matchBeside(UUID item) {
        beside.ask(item);
    }

    @Override
    public OptionalLong matching(UUID item) {
        var read = matching.get(item);
        if (read != null) return OptionalLong.of(read.get());
        return beside.waits(item) ? OptionalLong.of(0) : OptionalLong.empty();
    }

    @Override
    public void viewed(UUID item, Official by) {
        var known = known(item).here();
        if (known.sealedOnly()) throw new EvidenceRefused("sealed-only", "It is never shown");
        known.mustBeMatched();
        recording.viewed(known, by);
    }

    @Override
    public void exported(UUID item, long from, boolean knowing, Official by) {
        var known = known(item).here();
        if (known.sealedOnly() && !knowing) throw new EvidenceRefused("sealed-unconfirmed", "It is never shown");
        recording.exported(known, from, by);
    }

    @Override
    public void keepSealed(UUID item, Official by) {
        var known = known(item).here();
        if (!known.sealedOnly()) recording.keptSealed(known, by);
    }

    @Override
    public void holdByLaw(UUID item, String why, Official by) {
        var words = why.strip();
        if (words.isEmpty() || words.length() > LONGEST_WORDS) {
            throw new EvidenceRefused("hold-words", "1 to %d characters".formatted(LONGEST_WORDS), "why");
        }
        if (known(item).here().legalHold() != null) throw new EvidenceRefused("hold-stands", "It is held already");
        recording.legalHold(item, words, by);
    }

    @Override
    public void endHoldByLaw(UUID item, Official by) {
        if (known(item).legalHold() == null) throw new EvidenceRefused("no-hold", "Nothing holds it");
        recording.legalHold(item, null, by);
    }

    @Override
    public Optional<Item> item(UUID item) {
        return items.shown(item);
    }

    @Override
    public Optional<String> written(UUID item) {
        return items.written(item);
    }

    @Override
    public Remaining left(String thread) {
        return items.left(thread);
    }

    @Override
    public List<Item> newest(
            @Nullable String thread, boolean loose, Set<String> hidden, @Nullable UUID before, int limit) {
        return items.newest(thread, loose, hidden, before, limit);
    }

    @Override
    public List<Item> unfinished(@Nullable String thread, int limit) {
        return items.unfinished(thread, limit);
    }

    @Override
    public List<CustodyEntry> custody(UUID item) {
        return custody.all(item);
    }

    @Override
    public List<CustodyEntry> custody(UUID item, @Nullable Integer before, int limit) {
        return custody.before(item, before == null ? Integer.MAX_VALUE : before, limit);
    }

    @Override
    public Strays strays() throws IOException {
        return new FindingStrays(items, vault).strays();
    }

    private Item known(UUID item) {
        return items.find(item).orElseThrow(() -> new EvidenceRefused("unknown", "No such item"));
    }
}
