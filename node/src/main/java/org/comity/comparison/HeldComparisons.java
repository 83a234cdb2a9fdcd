package org.comity.comparison;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.comity.sealing.ComparisonSteps.Learned;
import org.comity.sealing.KeptComparison;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Holds lists and secrets of blind comparisons in this process's memory alone: never in the database, a backup or a log. Whatever
 * is here is gone once the node stops; then the comparison begins anew. A secret takes another's place, or goes, once the
 * step beside it is committed: else a step that was never written would leave both sides without the one they need.
 */
@Component
class HeldComparisons {

    static final int MOST = 200;

    /** Whoever has not gone on after so long begins anew. */
    static final Duration LONGEST = Duration.ofDays(30);

    private final Map<String, Held> held = new HashMap<>();
    private final Clock clock;

    HeldComparisons(Clock clock) {
        this.clock = clock;
    }

    /**
     * One comparison of a thread.
     *
     * @param kept list and secret; null once it is done
     * @param learned what it showed; null until then
     */
    record Held(@Nullable KeptComparison kept, @Nullable Learned learned, String context, Instant since) {}

    synchronized Optional<Held> of(String thread) {
        forgetOld();
        return Optional.ofNullable(held.get(thread));
    }

    /** @throws ComparisonRefused if too many are under way; in the place of an earlier one of this thread */
    synchronized void begin(String thread, KeptComparison kept) {
        mustHaveRoom(thread);
        afterCommit(thread, new Held(kept, null, kept.context(), clock.instant()));
    }

    /** Asked before a step is written: one whose secret is not held leads nowhere. */
    synchronized void mustHaveRoom(String thread) {
        forgetOld();
        if (held.size() >= MOST && !held.containsKey(thread)) {
            throw new ComparisonRefused("too-many", thread);
        }
    }

    /** List and secret go; what was learned stays to be read. */
    synchronized void done(String thread, String context, Learned learned) {
        afterCommit(thread, new Held(null, learned, context, clock.instant()));
    }

    private void afterCommit(String thread, Held of) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            put(thread, of);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                put(thread, of);
            }
        });
    }

    private synchronized void put(String thread, Held of) {
        held.put(thread, of);
    }

    synchronized void forget(String thread) {
        held.remove(thread);
    }

    private void forgetOld() {
        var oldest = clock.instant().minus(LONGEST);
        held.values().removeIf(it -> it.since().isBefore(oldest));
    }
}
