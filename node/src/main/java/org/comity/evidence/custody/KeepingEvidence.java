package org.comity.evidence.custody;

import jakarta.annotation.PreDestroy;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.comity.evidence.CustodyEntry;
import org.comity.evidence.CustodyEntry.What;
import org.comity.evidence.Evidence;
import org.comity.evidence.EvidenceRefused;
import org.comity.evidence.EvidenceSettings;
import org.comity.evidence.Item;
import org.comity.evidence.Item.State;
import org.comity.evidence.vault.Vault;
import org.comity.proof.Digests;
import org.comity.proof.ItemKey;
import org.comity.proof.ItemManifest;
import org.comity.proof.ItemManifest.Purpose;
import org.comity.proof.ItemManifest.Recipient;
import org.comity.proof.ItemMatching;
import org.comity.proof.age.HybridRecipient;
import org.comity.proof.age.Payload;
import org.comity.sealing.Keys;
import org.comity.sealing.Sealing;
import org.comity.sealing.Sealing.CannotOpen;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Adds, seals and matches: first the vault, then the record; what a crash leaves between the two is found again. */
@Component
class KeepingEvidence implements Evidence {

    private static final int BUFFER = 1 << 20;

    private final Items items;
    private final Vault vault;
    private final Recording recording;
    private final Sealing sealing;
    private final Keys keys;
    private final Open open;
    private final MatchingBeside beside;
    private final Map<UUID, AtomicLong> matching = new ConcurrentHashMap<>();
    private final String self;

    KeepingEvidence(
            Items items,
            Vault vault,
            Recording recording,
            Sealing sealing,
            Keys keys,
            EvidenceSettings settings,
            MatchingBeside beside,
            @Value("${node.id}") String self) {
        this.items = items;
        this.vault = vault;
        this.recording = recording;
        this.sealing = sealing;
        this.keys = keys;
        this.beside = beside;
        this.open = new Open(settings.addingAtOnce());
        this.self = self;
    }

    @Override
    public UUID begin(Beginning beginning, Official by) {
        Named.check(beginning);
        var size = beginning.size();
        var id = UUID.randomUUID();
        try {
            if (size != null && Payload.size(size) > vault.room()) {
                throw new EvidenceRefused("no-room", "%d bytes are declared".formatted(size));
            }
            vault.begin(id, headers(ItemKey.fresh()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        recording.begun(id, beginning, by);
        return id;
    }

    private Map<String, byte[]> headers(ItemKey key) {
        var headers = new LinkedHashMap<String, byte[]>();
        var recipients = new ArrayList<String>(List.of(keys.ageRecipient()));
        keys.recoveryRecipient().ifPresent(recipients::add);
        for (var each : recipients) {
            byte[] header = key.header(HybridRecipient.parse(each)).bytes();
            headers.put(Digests.sha256(header), header);
        }
        return headers;
    }

    @Override
    public long reached(UUID item) throws IOException {
        adding(item);
        var adding = take(item);
        try {
            return adding.reached();
        } finally {
            open.giveBack(item, adding);
        }
    }

    @Override
    public long add(UUID item, long from, InputStream plain) throws IOException {
        var declared = adding(item).declaredSize();
        var adding = take(item);
        try {
            if (adding.reached() != from) {
                throw new EvidenceRefused("elsewhere", "It goes on at byte %d".formatted(adding.reached()));
            }
            adding.add(plain, declared == null ? Long.MAX_VALUE : declared);
            return adding.reached();
        } finally {
            open.giveBack(item, adding);
        }
    }

    @Override
    public Item finish(UUID item, @Nullable String sha256, Official by) throws IOException {
        var declared = adding(item).declaredSize();
        // A crash may have come between the vault's last step and the record.
        var manifest = vault.manifest(item).map(ItemManifest::read);
        if (manifest.isEmpty()) manifest = Optional.of(seal(item, declared, sha256));
        same(sha256, manifest.get().plain());
        recording.sealed(item, manifest.get(), by);
        return items.find(item).orElseThrow();
    }

    private ItemManifest seal(UUID item, @Nullable Long declared, @Nullable String sha256) throws IOException {
        var adding = take(item);
        try {
            if (declared != null && declared != adding.reached()) {
                throw new EvidenceRefused(
                        "other-size", "%d bytes came, %d were declared".formatted(adding.reached(), declared));
            }
            var sealed = adding.finish();
            same(sha256, sealed.plain());
            var manifest = sealed.to(recipients(item));
            vault.keep(item, manifest.json());
            return manifest;
        } finally {
            open.giveBack(item, adding);
        }
    }

    private static void same(@Nullable String sha256, ItemManifest.Plain plain) {
        if (sha256 != null && !sha256.equals(plain.sha256())) {
            throw new EvidenceRefused("other-hash", "What came has SHA-256 " + plain.sha256());
        }
    }

    /** The header that this node opens is its own; the other was made for recovery. */
    private List<Recipient> recipients(UUID item) throws IOException {
        var recipients = new ArrayList<Recipient>();
        for (byte[] header : vault.headers(item).values()) {
            var purpose = opens(header).isPresent() ? Purpose.HOLDER : Purpose.RECOVERY;
            recipients.add(Recipient.of(self, purpose, header));
        }
        return recipients;
    }

    @Override
    public Item match(UUID item, @Nullable Official by) throws IOException {
        var manifest = known(item)
                .manifest()
                .filter(it -> known(item).state() != State.ARRIVING)
                .orElseThrow(() -> new EvidenceRefused("not-sealed", "Its bytes are still coming"));
        var key = key(item);
        boolean bound = key.commitment().equals(manifest.commitment());
        try (var payload = vault.kept(item);
                var in = counted(item, new BufferedInputStream(Channels.newInputStream(payload), BUFFER))) {
            var found = ItemMatching.read(in, key);
            if (!found.payload().equals(manifest.payload())) {
                recording.entry(item, manifest, What.FOUND_DAMAGED, State.DAMAGED, by);
            } else if (!bound || !found.matches(manifest)) {
                recording.entry(item, manifest, What.NOT_MATCHED, null, by);
            } else {
                recording.entry(item, manifest, What.MATCHED, State.MATCHED, by);
            }
        } finally {
            matching.remove(item);
        }
        return known(item);
    }

    private InputStream counted(UUID item, InputStream in) {
        return new Counted(in, matching.computeIfAbsent(item, it -> new AtomicLong()));
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
        var known = known(item);
        if (known.sealedOnly()) throw new EvidenceRefused("sealed-only", "It is never shown");
        if (known.state() != State.MATCHED) throw new EvidenceRefused("not-matched", "It was not opened whole yet");
        recording.viewed(known, by);
    }

    @Override
    public void keepSealed(UUID item, Official by) {
        var known = known(item);
        if (!known.sealedOnly()) recording.keptSealed(known, by);
    }

    @Override
    public Optional<Item> item(UUID item) {
        return items.find(item);
    }

    @Override
    public List<Item> ofThread(String thread) {
        return items.ofThread(thread);
    }

    @Override
    public List<Item> newest(@Nullable String thread, boolean loose, @Nullable UUID before, int limit) {
        return items.newest(thread, loose, before, limit);
    }

    @Override
    public long stored(UUID item) throws IOException {
        adding(item);
        return Math.max(0, (vault.stored(item) - Payload.NONCE) / Payload.SEALED_CHUNK) * Payload.CHUNK;
    }

    @Override
    public List<CustodyEntry> custody(UUID item) {
        return items.custody(item);
    }

    @Override
    public Strays strays() throws IOException {
        return new FindingStrays(items, vault).strays();
    }

    private Adding take(UUID item) throws IOException {
        return open.take(item, () -> Adding.open(vault, item, key(item)));
    }

    private ItemKey key(UUID item) throws IOException {
        return vault.headers(item).values().stream()
                .flatMap(it -> opens(it).stream())
                .findFirst()
                .orElseThrow(() -> new EvidenceRefused("no-key", "No header opens for this node"));
    }

    private Optional<ItemKey> opens(byte[] header) {
        try {
            return Optional.of(sealing.openItem(header));
        } catch (CannotOpen e) {
            return Optional.empty();
        }
    }

    private Item adding(UUID item) {
        var known = known(item);
        if (known.state() != State.ADDING) throw new EvidenceRefused("sealed", "Its last byte has come");
        return known;
    }

    private Item known(UUID item) {
        return items.find(item).orElseThrow(() -> new EvidenceRefused("unknown", "No such item"));
    }

    @PreDestroy
    void close() {
        open.closeAll();
    }
}
