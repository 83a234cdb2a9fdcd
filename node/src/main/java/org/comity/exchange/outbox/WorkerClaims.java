package org.comity.exchange.outbox;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.comity.exchange.ExchangeSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Knows which claims of this process a worker still holds. A claim whose worker fell with the database is freed at the next look; one whose worker is at it, over a thin line, is prolonged.
 */
@Component
class WorkerClaims {

    private static final Logger log = LoggerFactory.getLogger(WorkerClaims.class);
    private static final long PATIENCE_MILLIS = 50;

    private final ClaimRows rows;
    private final ExchangeSettings settings;
    private final Clock clock;
    private final Set<Long> held = ConcurrentHashMap.newKeySet();
    private final Map<String, Lock> turns = new ConcurrentHashMap<>();
    /** Between the claim and its note here no look may take it for a lost one. */
    private final ReadWriteLock claiming = new ReentrantReadWriteLock();

    WorkerClaims(ClaimRows rows, ExchangeSettings settings, Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    /** One at a time for each peer: two that claim at once would part between two parcels what goes in one. */
    List<OutboxRow> take(String peer, Supplier<List<OutboxRow>> claim) {
        var turn = turns.computeIfAbsent(peer, _ -> new ReentrantLock());
        turn.lock();
        try {
            return taken(claim);
        } finally {
            turn.unlock();
        }
    }

    private List<OutboxRow> taken(Supplier<List<OutboxRow>> claim) {
        claiming.readLock().lock();
        try {
            var taken = claim.get();
            taken.forEach(it -> held.add(it.id()));
            return taken;
        } finally {
            claiming.readLock().unlock();
        }
    }

    void letGo(List<OutboxRow> taken) {
        taken.forEach(it -> held.remove(it.id()));
    }

    /** While somebody is claiming, the next look is soon enough. */
    void look() {
        try {
            if (!claiming.writeLock().tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            var now = clock.instant();
            int freed = rows.free(settings.instance(), held);
            if (freed > 0) log.info("{} sendings that no worker held are free again", freed);
            if (!held.isEmpty()) {
                var soon = now.plus(settings.claim().dividedBy(2));
                rows.renew(settings.instance(), held, soon, now.plus(settings.claim()));
            }
        } finally {
            claiming.writeLock().unlock();
        }
    }
}
