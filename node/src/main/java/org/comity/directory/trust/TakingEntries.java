package org.comity.directory.trust;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.comity.directory.EntryRefused;
import org.comity.directory.EntryVersions;
import org.comity.directory.SignedParticipantEntry;
import org.comity.ledger.Ledger;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Judges an entry that is offered and keeps what follows from it. Joins the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TakingEntries {

    /** The warning of an entry of our own that the key ceremony signed. */
    static final String NOT_TAKEN = "our-entry-not-taken";

    private final KnownEntries entries;
    private final RevocationReaches reaches;
    private final AnchoredNetwork network;
    private final KnownWarnings warnings;
    private final Ledger ledger;
    private final Clock clock;

    TakingEntries(
            KnownEntries entries,
            RevocationReaches reaches,
            AnchoredNetwork network,
            KnownWarnings warnings,
            Ledger ledger,
            Clock clock) {
        this.entries = entries;
        this.reaches = reaches;
        this.network = network;
        this.warnings = warnings;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @param admitted countersigned by the operator, or handed to ourselves */
    EntryJudgement take(
            SignedParticipantEntry offered, EntryVersions.Source source, boolean admitted, Instant confirmedUntil) {
        entries.lock();
        var judgement = judge(offered, admitted);
        switch (judgement) {
            case EntryJudgement.Pinned() -> pin(offered, source, confirmedUntil);
            case EntryJudgement.Known() -> {}
            case EntryJudgement.Waits(var why) -> await(offered, source, why);
            case EntryJudgement.Refused(var reason) -> refuse(offered, source, reason);
        }
        return judgement;
    }

    private EntryJudgement judge(SignedParticipantEntry offered, boolean admitted) {
        var pin = entries.pin(offered.entry().id());
        var have =
                pin.filter(it -> !it.recorded()).map(KnownEntries.Pin::signed).orElse(null);
        boolean reached = have != null
                && reaches.of(offered.entry().id()).stream()
                        .anyMatch(it -> it.hash().equals(have.entry().hash()));
        return EntryJudgement.of(
                offered,
                network.id(),
                have,
                pin.map(KnownEntries.Pin::revokedVersion).orElse(0L),
                reached,
                admitted);
    }

    /** While it waited, a newer version or a revocation may have come, which no officer sets aside (D52). */
    void mustStillBeTakeable(SignedParticipantEntry waiting) {
        if (judge(waiting, false) instanceof EntryJudgement.Refused(var reason)) {
            throw new EntryRefused(reason, waiting.entry().id());
        }
    }

    void pin(SignedParticipantEntry signed, EntryVersions.Source source, Instant confirmedUntil) {
        pinWritten(signed, source, confirmedUntil);
        // Whatever way the ceremony's next entry came by.
        warnings.settle(NOT_TAKEN, signed.entry().id());
    }

    /** What officials wrote on a page takes nothing that the key ceremony signed: what is said of that stays. */
    void pinWritten(SignedParticipantEntry signed, EntryVersions.Source source, Instant confirmedUntil) {
        // Before the first row: two that wrote pins in another order would wait for each other.
        entries.lock();
        var entry = signed.entry();
        entries.keep(signed, source, "TAKEN", null, clock.instant());
        entries.pin(signed, source, confirmedUntil);
        ledger.record(null, "directory.entry-pinned", entry.id(), facts(signed, source));
        warnings.settle("entry-waits", entry.id());
    }

    private void await(SignedParticipantEntry signed, EntryVersions.Source source, String why) {
        var entry = signed.entry();
        if (entries.version(entry.id(), entry.hash()).isEmpty()) {
            entries.keep(signed, source, "WAITING", why, clock.instant());
            ledger.record(null, "directory.entry-waits", entry.id(), facts(signed, source));
            warnings.raise("entry-waits", entry.id(), Map.of("id", entry.id(), "why", why), clock.instant());
        }
    }

    private void refuse(SignedParticipantEntry signed, EntryVersions.Source source, String reason) {
        var entry = signed.entry();
        if (source == EntryVersions.Source.LIST
                && warnings.raise("entry-" + reason, entry.id(), Map.of("id", entry.id()), clock.instant())) {
            ledger.record(null, "directory.entry-refused", entry.id(), Map.of("reason", reason, "hash", entry.hash()));
        }
    }

    private static Map<String, String> facts(SignedParticipantEntry signed, EntryVersions.Source source) {
        var entry = signed.entry();
        return Map.of("version", Long.toString(entry.version()), "hash", entry.hash(), "source", source.name());
    }
}
