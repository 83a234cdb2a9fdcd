package org.comity.evidence.wire;

import io.github.bucket4j.Bucket;
import java.time.Duration;

/** Limits all streams that share it to so many bytes a second. */
public interface SharedPace {

    /** Waits until so many bytes may pass. */
    void take(int bytes) throws InterruptedException;

    SharedPace FREE = bytes -> {};

    static SharedPace of(long bytesPerSecond) {
        var bucket = Bucket.builder()
                .addLimit(it -> it.capacity(bytesPerSecond).refillGreedy(bytesPerSecond, Duration.ofSeconds(1)))
                .build();
        return bytes -> {
            for (long left = bytes; left > 0; left -= bytesPerSecond) {
                bucket.asBlocking().consume(Math.min(left, bytesPerSecond));
            }
        };
    }
}
