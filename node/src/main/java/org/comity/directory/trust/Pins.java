package org.comity.directory.trust;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.comity.directory.Directory;
import org.comity.directory.DirectoryList;
import org.comity.directory.ParticipantEntry;
import org.comity.directory.Profile;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Holds the snapshot in memory, and renews it after each change. */
@Component
class Pins {

    private final KnownEntries entries;
    private final KnownLists lists;
    private final AnchoredNetwork network;
    private final Clock clock;
    private final String self;
    private volatile Snapshot snapshot;

    Pins(KnownEntries entries, KnownLists lists, AnchoredNetwork network, Clock clock, @Value("${node.id}") String self) {
        this.entries = entries;
        this.lists = lists;
        this.network = network;
        this.clock = clock;
        this.self = self;
        this.snapshot = read();
    }

    Snapshot now() {
        return snapshot;
    }

    String self() {
        return self;
    }

    AnchoredNetwork network() {
        return network;
    }

    /** Our entry in force; before the first one, what the configuration says of us. */
    ParticipantEntry ours() {
        var pin = snapshot.pin(self);
        return pin == null ? unwritten() : pin.signed().entry();
    }

    void renew() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            snapshot = read();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                snapshot = read();
            }
        });
    }

    Directory.Standing standing(KnownEntries.Pin pin, Instant now, DirectorySettings settings) {
        if (pin.revokedFrom() != null && !now.isBefore(pin.revokedFrom())) {
            return Directory.Standing.REVOKED;
        }
        if (pin.recorded() || pin.id().equals(self) || now.isBefore(pin.confirmedUntil())) {
            return Directory.Standing.VALID;
        }
        return now.isBefore(pin.confirmedUntil().plus(settings.grace()))
                ? Directory.Standing.GRACE
                : Directory.Standing.LAPSED;
    }

    private Snapshot read() {
        return Snapshot.of(entries.pins(), lists.positions());
    }

    private ParticipantEntry unwritten() {
        var state = self.substring(0, 2);
        var profile = new Profile(
                true, true, false, true, Map.of(), Map.of(), List.of(), "", List.of(), LocalDate.ofInstant(
                        clock.instant(), ZoneOffset.UTC));
        return new ParticipantEntry(
                network.id(), self, 1, DirectoryList.NOTHING_BEFORE, clock.instant(), Map.of("en", state), Map.of(),
                ZoneOffset.UTC, null, null, List.of("en"), "", "", "", Map.of(), profile);
    }
}
