package org.comity.exchange.outbox;

import java.time.Clock;
import java.util.List;
import org.comity.directory.Directory;
import org.comity.exchange.OutgoingQueue;
import org.comity.thread.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a courier took for a peer that has revoked its keys since, and may not have brought, waits again for its new ones. It is
 * looked for, and not done where the revocation is taken: nothing here may undo that, and what a stop interrupts is found again.
 */
@Component
class PackingAnew {

    private static final Logger log = LoggerFactory.getLogger(PackingAnew.class);

    private final UnansweredActs unanswered;
    private final OutgoingQueue outgoing;
    private final Threads threads;
    private final Directory directory;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PackingAnew(
            UnansweredActs unanswered,
            OutgoingQueue outgoing,
            Threads threads,
            Directory directory,
            TransactionTemplate transaction,
            Clock clock) {
        this.unanswered = unanswered;
        this.outgoing = outgoing;
        this.threads = threads;
        this.directory = directory;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT10S")
    void look() {
        unanswered.packed().stream()
                .filter(it ->
                        directory.keysWithdrawn(it.destination(), it.version()).isPresent())
                .forEach(this::tried);
    }

    /** One peer's trouble is not another's; it is tried again at the next look. */
    private void tried(UnansweredActs.PackedFor keys) {
        try {
            again(keys);
        } catch (RuntimeException e) {
            log.warn("what couriers took for {} could not be put back to wait: {}", keys.destination(), e.toString());
        }
    }

    private void again(UnansweredActs.PackedFor keys) {
        unanswered.packedInVain(keys, clock.instant());
        for (var some = unanswered.carriedEntries(keys, 0); !some.isEmpty(); ) {
            var these = some;
            transaction.executeWithoutResult(status -> entries(keys.destination(), these));
            some = unanswered.carriedEntries(keys, some.getLast().row());
        }
    }

    private void entries(String peer, List<UnansweredActs.CarriedEntry> carried) {
        for (var each : carried) {
            int slash = each.subject().lastIndexOf('/');
            // Heads and proofs of joint threads: others bring them, and a head leaves again after the next entry.
            if (slash < 0) continue;
            threads.entry(
                            each.subject().substring(0, slash),
                            Long.parseLong(each.subject().substring(slash + 1)))
                    .ifPresent(it -> outgoing.entry(peer, it));
        }
    }
}
