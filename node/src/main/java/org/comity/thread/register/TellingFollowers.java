package org.comity.thread.register;

import java.time.Clock;
import java.util.UUID;
import org.comity.thread.ActFollower;
import org.comity.thread.ActRegistered;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the followers of a registered act of a request behind a savepoint, so that a fault there never refuses the act. Only
 * after a fault has each a savepoint of its own: most acts would spend more statements on them than on anything else.
 */
@Component
class TellingFollowers {

    private static final Logger log = LoggerFactory.getLogger(TellingFollowers.class);

    private final ObjectProvider<ActFollower> followers;
    private final FollowerBacklogRows behind;
    private final ProcedureVersions procedures;
    private final TransactionTemplate savepoint;
    private final Clock clock;

    TellingFollowers(
            ObjectProvider<ActFollower> followers,
            FollowerBacklogRows behind,
            ProcedureVersions procedures,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.followers = followers;
        this.behind = behind;
        this.procedures = procedures;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.clock = clock;
    }

    /** Who is behind in this thread hears of it in its turn, from {@link CatchingUpFollowers}. */
    @EventListener
    void registered(ActRegistered event) {
        if (!procedures.get(event.thread().procedure()).casework()) return;
        var waiting = behind.followers(event.thread().id());
        var told = followers
                .orderedStream()
                .filter(it -> !waiting.contains(it.name()))
                .toList();
        try {
            savepoint.executeWithoutResult(it -> told.forEach(each -> each.registered(event)));
        } catch (RuntimeException fault) {
            // Nothing that any of them did is left: each is told once more, by itself.
            told.forEach(it -> alone(it, event));
        }
    }

    private void alone(ActFollower follower, ActRegistered event) {
        try {
            savepoint.executeWithoutResult(it -> follower.registered(event));
        } catch (RuntimeException fault) {
            var entry = event.entry().entry();
            log.error(
                    "incident {}: {} did not follow entry {} of thread {}; it is tried again",
                    UUID.randomUUID(),
                    follower.name(),
                    entry.n(),
                    entry.thread(),
                    fault);
            behind.add(entry.thread(), follower.name(), entry.n(), clock.instant());
        }
    }
}
