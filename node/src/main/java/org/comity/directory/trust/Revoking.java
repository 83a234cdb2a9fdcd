package org.comity.directory.trust;

import java.time.Clock;
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
class Revoking {

    private final KnownEntries entries;
    private final KnownRevocations revocations;
    private final Pins pins;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Revoking(
            KnownEntries entries,
            KnownRevocations revocations,
            Pins pins,
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
        if (revocations.keep(revocation, clock.instant())) {
            ledger.record(
                    null,
                    "directory.keys-revoked",
                    revocation.id(),
                    Map.of("version", Long.toString(revocation.version()), "effective", revocation.effective().toString()));
            pins.renew();
            events.publishEvent(new KeysRevoked(revocation.id(), revocation.version(), revocation.json()));
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
