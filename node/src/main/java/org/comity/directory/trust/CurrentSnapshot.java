package org.comity.directory.trust;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.comity.directory.Directory;
import org.comity.directory.DirectoryList;
import org.comity.directory.ParticipantEntry;
import org.comity.directory.StateProfile;
import org.comity.vocabulary.StateParty;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Holds the snapshot in memory. Whoever admits, seals or decides asks the database first whether any process of this node
 * has changed it; pages take what is held, at most a second old.
 */
@Component
class CurrentSnapshot {

    private static final long A_SECOND = 1_000_000_000L;

    private final KnownEntries entries;
    private final KnownLists lists;
    private final KnownRevocations revocations;
    private final RevocationReaches reaches;
    private final TrustChanges changes;
    private final AnchoredNetwork network;
    private final Clock clock;
    private final String self;
    private final AtomicReference<DirectorySnapshot> snapshot;
    private volatile long asked;

    CurrentSnapshot(
            KnownEntries entries,
            KnownLists lists,
            KnownRevocations revocations,
            RevocationReaches reaches,
            TrustChanges changes,
            AnchoredNetwork network,
            Clock clock,
            @Value("${node.id}") String self) {
        this.entries = entries;
        this.lists = lists;
        this.revocations = revocations;
        this.reaches = reaches;
        this.changes = changes;
        this.network = network;
        this.clock = clock;
        this.self = self;
        this.snapshot = new AtomicReference<>(read());
    }

    /** As it stands at this moment, whichever process changed it last. */
    DirectorySnapshot now() {
        // What this transaction itself has changed is not the node's yet.
        if (!TransactionSynchronizationManager.hasResource(this)) {
            if (changes.count() != known().change()) {
                take(read());
            }
            asked = System.nanoTime();
        }
        return known();
    }

    /** For pages: asks the database once a second, and goes on with what it has while there is no database. */
    DirectorySnapshot held() {
        if (System.nanoTime() - asked < A_SECOND) {
            return known();
        }
        try {
            return now();
        } catch (DataAccessException | TransactionException unreachable) {
            asked = System.nanoTime();
            return known();
        }
    }

    private DirectorySnapshot known() {
        return Objects.requireNonNull(snapshot.get(), "read when the node started");
    }

    private void take(DirectorySnapshot read) {
        snapshot.accumulateAndGet(read, (have, offered) -> offered.change() < have.change() ? have : offered);
    }

    String self() {
        return self;
    }

    AnchoredNetwork network() {
        return network;
    }

    /** Our entry in force; before the first one, what the configuration says of us. */
    ParticipantEntry ours() {
        var pin = now().pin(self);
        return pin == null ? unwritten() : pin.signed().entry();
    }

    void renew() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            take(read());
            return;
        }
        if (TransactionSynchronizationManager.hasResource(this)) {
            return;
        }
        TransactionSynchronizationManager.bindResource(this, true);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(CurrentSnapshot.this);
                take(read());
            }
        });
    }

    Directory.Validity standing(KnownEntries.Pin pin, Instant now, DirectorySettings settings) {
        if (pin.revokedFrom() != null && !now.isBefore(pin.revokedFrom())) {
            return Directory.Validity.REVOKED;
        }
        if (pin.recorded() || pin.id().equals(self) || now.isBefore(pin.confirmedUntil())) {
            return Directory.Validity.VALID;
        }
        return now.isBefore(pin.confirmedUntil().plus(settings.grace()))
                ? Directory.Validity.GRACE
                : Directory.Validity.LAPSED;
    }

    private DirectorySnapshot read() {
        // Counted first: what changes meanwhile is read again.
        long change = changes.count();
        return DirectorySnapshot.of(
                change, entries.pins(), revocations.withdrawals(), reaches.all(), lists.positions());
    }

    ParticipantEntry unwritten() {
        var state = StateParty.codeOf(self);
        var profile = new StateProfile(
                true,
                true,
                false,
                true,
                Map.of(),
                Map.of(),
                List.of(),
                "",
                List.of(),
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        return new ParticipantEntry(
                network.id(),
                self,
                1,
                DirectoryList.NOTHING_BEFORE,
                clock.instant(),
                Map.of("en", state),
                Map.of(),
                ZoneOffset.UTC,
                null,
                null,
                List.of("en"),
                "",
                "",
                "",
                Map.of(),
                profile,
                null);
    }
}
