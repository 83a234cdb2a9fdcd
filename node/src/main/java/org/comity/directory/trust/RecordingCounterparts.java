package org.comity.directory.trust;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.comity.directory.DirectoryList;
import org.comity.directory.EntryRefused;
import org.comity.directory.EntryVersions;
import org.comity.directory.ParticipantEntry;
import org.comity.directory.SignedParticipantEntry;
import org.comity.ledger.Ledger;
import org.comity.sealing.NodeKeys;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counterparts that have no node: written down by us, signed by us, believed by nobody else. */
@Component
class RecordingCounterparts {

    private static final long NOTHING = 0;

    private final KnownEntries entries;
    private final CurrentSnapshot pins;
    private final NodeKeys keys;
    private final Ledger ledger;
    private final Clock clock;

    RecordingCounterparts(KnownEntries entries, CurrentSnapshot pins, NodeKeys keys, Ledger ledger, Clock clock) {
        this.entries = entries;
        this.pins = pins;
        this.keys = keys;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What the ceremony's folder says counts once; what officials wrote later is not overwritten. */
    @Transactional
    public void handedOver(ParticipantEntry counterpart) {
        if (entries.pin(counterpart.id()).isEmpty()) {
            record(counterpart, NOTHING, null);
        }
    }

    @Transactional
    public boolean record(ParticipantEntry counterpart, long seen, @Nullable Official by) {
        entries.lock();
        var pin = entries.pin(counterpart.id());
        if (counterpart.node() != null || counterpart.id().equals(pins.self())) {
            throw new EntryRefused("not-to-record", counterpart.id());
        }
        if (pin.isPresent() && !pin.get().recorded()) {
            throw new EntryRefused("has-an-entry", counterpart.id());
        }
        var before = pin.map(it -> it.signed().entry()).orElse(null);
        if (seen != (before == null ? NOTHING : before.version())) {
            return false;
        }
        var signed = SignedParticipantEntry.sign(next(counterpart, before), keys.entryKey());
        entries.keep(signed, EntryVersions.Source.RECORDED, "TAKEN", null, clock.instant());
        entries.pin(signed, EntryVersions.Source.RECORDED, clock.instant());
        ledger.record(
                by,
                "directory.counterpart-recorded",
                counterpart.id(),
                Map.of("hash", signed.entry().hash()));
        pins.renew();
        return true;
    }

    private ParticipantEntry next(ParticipantEntry written, @Nullable ParticipantEntry before) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new ParticipantEntry(
                pins.network().id(),
                written.id(),
                before == null ? 1 : before.version() + 1,
                before == null ? DirectoryList.NOTHING_BEFORE : before.hash(),
                now,
                written.names(),
                written.capitals(),
                written.zone(),
                null,
                null,
                written.languages(),
                written.phone(),
                written.mail(),
                written.hours(),
                written.functions(),
                written.profile(),
                written.saidKind());
    }
}
