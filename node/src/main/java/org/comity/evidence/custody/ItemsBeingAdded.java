package org.comity.evidence.custody;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.UUID;
import org.comity.evidence.Evidence.Beginning;
import org.comity.evidence.Evidence.Part;
import org.comity.evidence.EvidenceRefused;
import org.comity.evidence.EvidenceSettings;
import org.comity.evidence.Item;
import org.comity.evidence.Item.State;
import org.comity.evidence.vault.Vault;
import org.comity.proof.age.PayloadLayout;
import org.comity.proof.item.ItemManifest;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps items whose bytes are coming, until they are sealed or given up. First the vault, then the record, and the other way round where something goes; what a crash leaves between the two is found again.
 */
@Component
class ItemsBeingAdded {

    private final ItemRows items;
    private final Vault vault;
    private final RecordingCustody recording;
    private final ItemKeys keys;
    private final OpenItems open;

    ItemsBeingAdded(ItemRows items, Vault vault, RecordingCustody recording, ItemKeys keys, EvidenceSettings settings) {
        this.items = items;
        this.vault = vault;
        this.recording = recording;
        this.keys = keys;
        this.open = new OpenItems(settings.addingAtOnce());
    }

    UUID begin(Beginning beginning, Official by) {
        ItemNaming.check(beginning);
        var size = beginning.size();
        var id = UUID.randomUUID();
        try {
            if (size != null && PayloadLayout.size(size) > vault.room()) {
                throw new EvidenceRefused("no-room", "%d bytes are declared".formatted(size));
            }
            vault.begin(id, keys.fresh());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        recording.begun(id, beginning, by);
        return id;
    }

    long reached(UUID item) throws IOException {
        adding(item);
        AddingItem adding;
        try {
            adding = opened(item);
        } catch (NoSuchFileException moved) {
            // A crash may have come between the vault's last step and the record: only finishing is left.
            return kept(item).orElseThrow(() -> moved).plain().size();
        }
        try {
            return adding.reached();
        } finally {
            open.giveBack(item, adding);
        }
    }

    long stored(UUID item) throws IOException {
        return Math.max(0, (vault.stored(item) - PayloadLayout.NONCE) / PayloadLayout.SEALED_CHUNK)
                * PayloadLayout.CHUNK;
    }

    Optional<Part> part(UUID item) throws IOException {
        var held = open.ask(item, AddingItem::part);
        return held.isPresent()
                ? held
                : vault.marked(item).map(ForcedMark::read).flatMap(ItemsBeingAdded::part);
    }

    private static Optional<Part> part(ForcedMark mark) {
        var sha256 = mark.sha256();
        return sha256 == null ? Optional.empty() : Optional.of(new Part(mark.hashed(), sha256));
    }

    /** @param most bytes that it may have in all, whatever it declared */
    long add(UUID item, long from, InputStream plain, long most) throws IOException {
        var declared = adding(item).declaredSize();
        var adding = take(item);
        try {
            if (adding.reached() != from) {
                throw new EvidenceRefused("elsewhere", "It goes on at byte %d".formatted(adding.reached()));
            }
            adding.add(plain, declared == null ? most : Math.min(declared, most));
            return adding.reached();
        } finally {
            open.giveBack(item, adding);
        }
    }

    void finish(UUID item, @Nullable String sha256, Official by) throws IOException {
        var declared = adding(item).declaredSize();
        // A crash may have come between the vault's last step and the record.
        var manifest = kept(item);
        if (manifest.isEmpty()) manifest = Optional.of(seal(item, declared, sha256));
        same(sha256, manifest.get().plain());
        recording.sealed(item, manifest.get(), by);
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
            var manifest = sealed.to(keys.recipients(item));
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

    void giveUp(UUID item, @Nullable Official by) throws IOException {
        adding(item);
        if (vault.manifest(item).isPresent()) throw sealed();
        open.held(item).ifPresent(it -> OpenItems.close(item, it));
        try (FileChannel alone = AddingItem.alone(vault, item)) {
            recording.givenUp(item, by);
            vault.remove(item);
        } catch (NoSuchFileException nothingIsThere) {
            recording.givenUp(item, by);
        }
        recording.removed(item);
    }

    /** Its bytes lie where whole items are kept: its manifest. */
    Optional<ItemManifest> kept(UUID item) throws IOException {
        return vault.manifest(item).map(ItemManifest::read);
    }

    private AddingItem opened(UUID item) throws IOException {
        return open.take(item, () -> AddingItem.open(vault, item, keys.of(item)));
    }

    private AddingItem take(UUID item) throws IOException {
        try {
            return opened(item);
        } catch (NoSuchFileException moved) {
            adding(item);
            if (vault.manifest(item).isPresent()) throw sealed();
            throw moved;
        }
    }

    private Item adding(UUID item) {
        var known = items.find(item)
                .orElseThrow(() -> new EvidenceRefused("unknown", "No such item"))
                .here();
        if (known.state() == State.GIVEN_UP) throw new EvidenceRefused("given-up", "It was given up");
        if (known.state() != State.ADDING) throw sealed();
        return known;
    }

    private static EvidenceRefused sealed() {
        return new EvidenceRefused("sealed", "Its last byte has come");
    }

    @PreDestroy
    void close() {
        open.closeAll();
    }
}
