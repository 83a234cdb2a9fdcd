package org.comity.exchange.outbox;

import java.time.Clock;
import org.comity.directory.Directory;
import org.comity.directory.KeysRevoked;
import org.comity.directory.Participant;
import org.comity.exchange.Parcel.Action;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is new to us is passed on once to every peer with a node; so it reaches those whom the operator does not. It stands
 * with the revocation, each peer behind a savepoint: what fails here undoes neither the revocation nor what others are told.
 */
@Component
class PassingRevocations {

    private static final Logger LOG = LoggerFactory.getLogger(PassingRevocations.class);

    private final QueueingOutgoing outgoing;
    private final Directory directory;
    private final TransactionTemplate savepoint;
    private final Clock clock;

    PassingRevocations(
            QueueingOutgoing outgoing, Directory directory, PlatformTransactionManager transactions, Clock clock) {
        this.outgoing = outgoing;
        this.directory = directory;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.clock = clock;
    }

    @EventListener
    void revoked(KeysRevoked revoked) {
        try {
            var self = directory.self().id();
            directory.all().stream()
                    .filter(it ->
                            it.hasNode() && !it.id().equals(self) && !it.id().equals(revoked.participant()))
                    .forEach(it -> pass(revoked, it));
        } catch (RuntimeException e) {
            LOG.error("Nobody could be told of the revocation of {}", revoked.participant(), e);
        }
    }

    private void pass(KeysRevoked revoked, Participant peer) {
        var subject = revoked.participant() + "/" + revoked.version();
        try {
            savepoint.executeWithoutResult(it ->
                    outgoing.add(peer.id(), Action.REVOCATION, subject, subject, revoked.json(), clock.instant()));
        } catch (RuntimeException e) {
            LOG.error(
                    "{} could not be told of the revocation of {}; it learns it from the operator",
                    peer.id(),
                    subject,
                    e);
        }
    }
}
