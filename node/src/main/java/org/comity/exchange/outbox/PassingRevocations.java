package org.comity.exchange.outbox;

import java.time.Clock;
import org.comity.directory.Directory;
import org.comity.directory.KeysRevoked;
import org.comity.exchange.Parcel.Action;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What is new to us is passed on once to every peer with a node; so it reaches those whom the operator does not. */
@Component
class PassingRevocations {

    private final Queueing outgoing;
    private final Directory directory;
    private final Clock clock;

    PassingRevocations(Queueing outgoing, Directory directory, Clock clock) {
        this.outgoing = outgoing;
        this.directory = directory;
        this.clock = clock;
    }

    @EventListener
    void revoked(KeysRevoked revoked) {
        var self = directory.self().id();
        var subject = revoked.participant() + "/" + revoked.version();
        directory.all().stream()
                .filter(it -> it.hasNode() && !it.id().equals(self) && !it.id().equals(revoked.participant()))
                .forEach(it -> outgoing.add(it.id(), Action.REVOCATION, subject, subject, revoked.json(), clock.instant()));
    }
}
