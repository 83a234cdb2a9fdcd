package org.comity.intelligence;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/** Lets the programs of one official ask so often a minute: each page opens acts. */
@Component
class TaxiiPace {

    static final int A_MINUTE = 120;

    private final Map<String, Bucket> left = new ConcurrentHashMap<>();

    void take(Official by) {
        var bucket = left.computeIfAbsent(
                by.id(),
                _ -> Bucket.builder()
                        .addLimit(it -> it.capacity(A_MINUTE).refillGreedy(A_MINUTE, Duration.ofMinutes(1)))
                        .build());
        var taken = bucket.tryConsumeAndReturnRemaining(1);
        if (!taken.isConsumed()) {
            throw TaxiiRefused.tooMany(
                    "Programs of one official ask %d times a minute.".formatted(A_MINUTE),
                    Duration.ofNanos(taken.getNanosToWaitForRefill()));
        }
    }
}
