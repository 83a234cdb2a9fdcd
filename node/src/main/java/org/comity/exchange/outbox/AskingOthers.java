package org.comity.exchange.outbox;

import org.comity.exchange.OutgoingQueue;
import org.comity.thread.JointThreads;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks whoever showed that it has more of a joint thread than is here, where the keeper was asked and did not give, and
 * shows it what is here in turn (R132).
 */
@Component
class AskingOthers {

    private final JointThreads threads;
    private final OutgoingQueue outgoing;
    private final TransactionTemplate transaction;

    AskingOthers(JointThreads threads, OutgoingQueue outgoing, TransactionTemplate transaction) {
        this.threads = threads;
        this.outgoing = outgoing;
        this.transaction = transaction;
    }

    void look() {
        transaction.executeWithoutResult(status -> threads.ahead().forEach(this::ask));
    }

    private void ask(JointThreads.Ahead other) {
        outgoing.fetch(other.sender(), other.thread(), other.lastEntry());
        threads.entries(other.thread(), other.lastEntry() - 1).stream()
                .filter(it -> it.entry().n() == other.lastEntry())
                .forEach(it -> outgoing.entry(other.sender(), it));
    }
}
