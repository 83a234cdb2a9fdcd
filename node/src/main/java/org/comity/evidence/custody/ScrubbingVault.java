package org.comity.evidence.custody;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.comity.clock.BackgroundJob;
import org.comity.evidence.EvidenceSettings;
import org.comity.evidence.Item;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Has every item read again within the time set, because disks forget in silence, and at once what somebody failed to read.
 */
@Component
class ScrubbingVault {

    private static final Logger log = LoggerFactory.getLogger(ScrubbingVault.class);
    private static final Duration TRIED_AGAIN = Duration.ofHours(1);

    /** Every row of what is held is read to count it, and an hour changes little of how fast it is to be read again. */
    private static final Duration COUNTED_AGAIN = Duration.ofHours(1);

    private final ItemRows items;
    private final ScrubRows rows;
    private final RereadingItem rereading;
    private final EvidenceSettings settings;
    private final Clock clock;
    private volatile @Nullable Counted counted;
    private final BackgroundJob aside = new BackgroundJob("scrubbing");
    private final Set<UUID> waiting = ConcurrentHashMap.newKeySet();
    private final ExecutorService line = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("rereading").factory());

    ScrubbingVault(ItemRows items, ScrubRows rows, RereadingItem rereading, EvidenceSettings settings, Clock clock) {
        this.items = items;
        this.rows = rows;
        this.rereading = rereading;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT20M", fixedDelayString = "PT10M")
    void turn() {
        aside.turn(this::next);
    }

    /** Everything that is due; what could not be read has its turn again an hour later. */
    void next() {
        rereading.lookForMissing();
        var plan = plan();
        for (var due = due(plan); due.isPresent(); due = due(plan)) {
            rereading.reread(due.get(), plan.bytesPerSecond());
        }
    }

    private Optional<Item> due(ScrubPlan plan) {
        var now = clock.instant();
        return rows.toScrub(now.minus(plan.dueAfter()), now.minus(TRIED_AGAIN));
    }

    private ScrubPlan plan() {
        return ScrubPlan.of(settings.scrubAfter(), settings.scrubPace().toBytes(), held());
    }

    private record Counted(ScrubPlan.Held held, Instant at) {}

    private ScrubPlan.Held held() {
        var now = clock.instant();
        var last = counted;
        if (last != null && Duration.between(last.at(), now).abs().compareTo(COUNTED_AGAIN) < 0) return last.held();
        var held = rows.held();
        counted = new Counted(held, now);
        return held;
    }

    /** Somebody failed to read it: it is read from end to end now, beside everything else. */
    void readFailed(UUID item) {
        if (!waiting.add(item)) return;
        try {
            line.execute(() -> reread(item));
        } catch (RejectedExecutionException stopping) {
            waiting.remove(item);
        }
    }

    private void reread(UUID id) {
        try {
            items.find(id)
                    .filter(it -> it.whole() && !it.lost())
                    .ifPresent(it -> rereading.reread(it, plan().bytesPerSecond()));
        } catch (RuntimeException e) {
            log.error("Item {}, of which a read failed, could not be looked at: {}", id, e.toString());
        } finally {
            waiting.remove(id);
        }
    }

    @PreDestroy
    void stop() {
        line.shutdownNow();
    }
}
