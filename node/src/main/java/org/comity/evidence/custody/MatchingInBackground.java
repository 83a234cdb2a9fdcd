package org.comity.evidence.custody;

import jakarta.annotation.PreDestroy;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.comity.evidence.Evidence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Matches what was sealed, one item after the other, while pages go on. A restart forgets who waits; what is sealed and was
 * not matched is found again.
 */
@Component
class MatchingInBackground {

    private static final Logger log = LoggerFactory.getLogger(MatchingInBackground.class);

    private final Evidence evidence;
    private final ItemRows items;
    private final Set<UUID> waiting = ConcurrentHashMap.newKeySet();
    private final ExecutorService line = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("matching").factory());

    MatchingInBackground(@Lazy Evidence evidence, ItemRows items) {
        this.evidence = evidence;
        this.items = items;
    }

    void ask(UUID item) {
        if (!waiting.add(item)) return;
        try {
            line.execute(() -> match(item));
        } catch (RejectedExecutionException stopping) {
            waiting.remove(item);
        }
    }

    boolean waits(UUID item) {
        return waiting.contains(item);
    }

    @Scheduled(initialDelayString = "${node.evidence.match-after-start:PT1M}", fixedDelayString = "PT10M")
    void again() {
        items.neverMatched().forEach(this::ask);
    }

    private void match(UUID item) {
        try {
            evidence.match(item, null);
        } catch (Exception e) {
            log.error("Item {} could not be matched: {}", item, e.toString());
        } finally {
            waiting.remove(item);
        }
    }

    @PreDestroy
    void stop() {
        line.shutdownNow();
    }
}
