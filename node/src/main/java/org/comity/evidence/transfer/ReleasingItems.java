package org.comity.evidence.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.evidence.Evidence;
import org.comity.evidence.EvidenceRefused;
import org.comity.evidence.Releases;
import org.comity.evidence.custody.HandingOverCustody;
import org.comity.evidence.vault.Vault;
import org.comity.ledger.Ledger;
import org.comity.proof.age.HybridRecipient;
import org.comity.proof.form.Digests;
import org.comity.proof.item.ItemKey;
import org.comity.proof.item.ItemManifest;
import org.comity.proof.item.ItemManifest.Purpose;
import org.comity.proof.item.ItemManifest.Recipient;
import org.comity.sealing.Sealing;
import org.comity.sealing.Sealing.CannotOpen;
import org.comity.ui.LivePages;
import org.comity.vocabulary.Official;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wraps for one receiver, and lets go what a registered act names. */
@Component
class ReleasingItems implements Releases {

    private static final Logger log = LoggerFactory.getLogger(ReleasingItems.class);

    private final ReleaseRows rows;
    private final Evidence evidence;
    private final Vault vault;
    private final HandingOverCustody custody;
    private final Sealing sealing;
    private final Directory directory;
    private final Ledger ledger;
    private final LivePages live;
    private final Clock clock;

    // More than eight: a release is row, custody, seal and record in one transaction.
    ReleasingItems(
            ReleaseRows rows,
            Evidence evidence,
            Vault vault,
            HandingOverCustody custody,
            Sealing sealing,
            Directory directory,
            Ledger ledger,
            LivePages live,
            Clock clock) {
        this.rows = rows;
        this.evidence = evidence;
        this.vault = vault;
        this.custody = custody;
        this.sealing = sealing;
        this.directory = directory;
        this.ledger = ledger;
        this.live = live;
        this.clock = clock;
    }

    @Override
    @Transactional
    public ItemManifest prepare(UUID item, String receiver, Official by) {
        var sealed = sealed(item);
        mustReceive(receiver);
        return rows.prepared(item, receiver)
                .filter(it -> directory.keysWithdrawn(receiver, it.version()).isEmpty())
                .map(ReleaseRows.Leaving::manifest)
                .orElseGet(() -> wrap(item, sealed, receiver, by));
    }

    private void mustReceive(String receiver) {
        if (directory.keysWithdrawn(receiver).isPresent()) {
            throw new EvidenceRefused("keys-withdrawn", receiver + " has revoked its keys");
        }
    }

    @Override
    public void mustStillOpen(String manifest) {
        var release = rows.find(manifest);
        var leaving = rows.leaving(manifest);
        if (release.isPresent()
                && leaving.isPresent()
                && directory
                        .keysWithdrawn(release.get().receiver(), leaving.get().version())
                        .isPresent()) {
            throw new EvidenceRefused("wrapped-for-withdrawn-keys", manifest);
        }
    }

    private ItemManifest sealed(UUID item) {
        var known = evidence.item(item)
                .orElseThrow(() -> new EvidenceRefused("unknown", "No such item"))
                .here();
        if (known.lost()) throw new EvidenceRefused("damaged", "It is not what was sealed");
        return known.manifest()
                .filter(it -> known.whole())
                .orElseThrow(() -> new EvidenceRefused("not-sealed", "Its bytes are still coming"));
    }

    /** The header lies in the vault before any row speaks of it; one that no row speaks of opens nothing new to anybody. */
    private ItemManifest wrap(UUID item, ItemManifest sealed, String receiver, Official by) {
        var to = directory.find(receiver).filter(Participant::hasNode).orElseThrow(() -> noNode(receiver));
        var node = Objects.requireNonNull(to.node());
        try {
            byte[] header =
                    key(item).header(HybridRecipient.parse(node.ageRecipient())).bytes();
            vault.header(item, header);
            var recipients = Stream.concat(
                            sealed.recipients().stream(), Stream.of(Recipient.of(receiver, Purpose.RECEIVER, header)))
                    .toList();
            var manifest = sealed.with(recipients);
            if (!rows.prepare(item, receiver, to.version(), manifest, Digests.sha256(header), now())) {
                return rows.prepared(item, receiver).orElseThrow().manifest();
            }
            ledger.record(
                    by,
                    "evidence.prepared",
                    item.toString(),
                    Map.of("receiver", receiver, "manifest", manifest.sha256()));
            return manifest;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EvidenceRefused noNode(String receiver) {
        return new EvidenceRefused("no-node", receiver + " has no node");
    }

    private ItemKey key(UUID item) throws IOException {
        for (byte[] header : vault.headers(item).values()) {
            try {
                return sealing.openItem(header);
            } catch (CannotOpen forSomebodyElse) {
                // the next one
            }
        }
        throw new EvidenceRefused("no-key", "No header opens for this node");
    }

    @Override
    @Transactional
    public void release(String manifest, String receiver, String thread, String act) {
        var prepared = rows.find(manifest)
                .filter(it -> it.receiver().equals(receiver))
                .orElseThrow(() -> new EvidenceRefused("not-prepared", "No item was wrapped so for " + receiver));
        if (rows.release(manifest, thread, act, now())) {
            custody.released(prepared.item(), manifest);
            live.changed("transfers", manifest);
        }
    }

    @Override
    @Transactional
    public void withdraw(String thread, Set<String> named) {
        var withdrawn = rows.prepared(thread, named).stream()
                .filter(it -> rows.withdraw(it.manifest()))
                .toList();
        for (var each : withdrawn) {
            ledger.record(null, "evidence.withdrawn", each.item().toString(), Map.of("manifest", each.manifest()));
        }
        // While a row speaks of a header, it lies in the vault.
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                withdrawn.forEach(ReleasingItems.this::removeHeader);
            }
        });
    }

    private void removeHeader(ReleaseRows.Withdrawn of) {
        try {
            vault.removeHeader(of.item(), of.header());
        } catch (IOException e) {
            log.warn("The header of {} for nobody could not be removed: {}", of.manifest(), e.toString());
        }
    }

    @Override
    public Optional<Release> find(String manifest) {
        return rows.find(manifest);
    }

    @Override
    public List<Release> ofItems(Collection<UUID> items) {
        return items.isEmpty() ? List.of() : rows.ofItems(items);
    }

    @Override
    public List<Release> newest(String thread, int limit) {
        return rows.newest(thread, limit);
    }

    @Override
    public long count(String thread) {
        return rows.count(thread);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
