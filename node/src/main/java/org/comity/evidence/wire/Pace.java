package org.comity.evidence.wire;

import io.github.bucket4j.Bucket;
import java.time.Duration;

/** So many bytes a second, shared by all streams that have it. */
public interface Pace {

    /** Waits until so many bytes may pass. */
    void take(int bytes) throws InterruptedException;

    Pace FREE = bytes -> {};

    static Pace of(long bytesPerSecond) {
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
