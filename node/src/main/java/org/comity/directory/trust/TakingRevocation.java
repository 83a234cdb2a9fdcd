package org.comity.directory.trust;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.comity.directory.EntryRefused;
import org.comity.directory.KeysRevoked;
import org.comity.directory.SignedRevocation;
import org.comity.ledger.Ledger;
import org.comity.proof.Malformed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a revocation: it counts by the recovery key that we pinned, whoever brings it. */
@Component
class TakingRevocation {

    /** Versions of one participant that are kept, and revocations of it that are taken in a day. */
    private static final int MOST = 20;

    private static final Duration A_DAY = Duration.ofDays(1);

    private final KnownEntries entries;
    private final KnownRevocations revocations;
    private final CurrentSnapshot pins;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TakingRevocation(
            KnownEntries entries,
            KnownRevocations revocations,
            CurrentSnapshot pins,
            Ledger ledger,
            ApplicationEventPublisher events,
            Clock clock) {
        this.events = events;
        this.entries = entries;
        this.revocations = revocations;
        this.pins = pins;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional
    public void revoke(byte[] json) {
        var revocation = read(json);
        if (!revocation.network().equals(pins.network().id())) {
            throw new EntryRefused("other-network", revocation.id());
        }
        if (revocations.holds(json)) {
            return;
        }
        entries.lock();
        var keys = entries.pin(revocation.id())
                .map(it -> it.signed().entry().keys())
                .orElseThrow(() -> new EntryRefused("unknown-participant", revocation.id()));
        if (!revocation.signedBy(keys.recovery())) {
            throw new EntryRefused("foreign-signature", revocation.id());
        }
        var pinned = entries.pin(revocation.id()).orElseThrow().signed().entry().version();
        mustHaveRoom(revocation, pinned);
        if (revocations.keep(revocation, clock.instant())) {
            revocations.taken(revocation.id(), clock.instant(), clock.instant().minus(A_DAY));
            ledger.record(
                    null,
                    "directory.keys-revoked",
                    revocation.id(),
                    Map.of(
                            "version",
                            Long.toString(revocation.version()),
                            "effective",
                            revocation.effective().toString()));
            pins.renew();
            events.publishEvent(new KeysRevoked(revocation.id(), revocation.version(), revocation.json()));
        }
    }

    /** Each is passed on to every peer. What withdraws the pinned version is always taken (D59). */
    private void mustHaveRoom(SignedRevocation revocation, long pinned) {
        var kept = revocations.kept(revocation, clock.instant().minus(A_DAY));
        boolean needed = kept.highest() < pinned && revocation.version() >= pinned;
        boolean full = !kept.named() && kept.versions() >= MOST || kept.taken() >= MOST;
        if (full && !needed && !kept.held()) {
            throw new EntryRefused("too-many-revocations", revocation.id());
        }
    }

    private static SignedRevocation read(byte[] json) {
        try {
            return SignedRevocation.read(json);
        } catch (Malformed e) {
            throw new EntryRefused("malformed", "");
        }
    }
}
