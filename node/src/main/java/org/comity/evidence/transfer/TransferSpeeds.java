package org.comity.evidence.transfer;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Measures bytes a second of what travels now, smoothed over some ten seconds; forgotten when it stands still.
 */
@Component
class TransferSpeeds {

    private static final double SMOOTH_SECONDS = 10;
    private static final double STILL_SECONDS = 30;
    private static final double FORGOTTEN_SECONDS = 3600;

    private final Map<String, Speed> speeds = new ConcurrentHashMap<>();

    private record Speed(long at, long bytes, double rate) {}

    void at(String manifest, long bytes) {
        long now = System.nanoTime();
        speeds.values().removeIf(it -> (now - it.at) / 1e9 > FORGOTTEN_SECONDS);
        speeds.merge(manifest, new Speed(now, bytes, 0), (before, here) -> {
            double seconds = Math.max(1e-3, (now - before.at) / 1e9);
            double latest = Math.max(0, bytes - before.bytes) / seconds;
            double weight = before.rate == 0 ? 1 : 1 - Math.exp(-seconds / SMOOTH_SECONDS);
            return new Speed(now, bytes, before.rate + weight * (latest - before.rate));
        });
    }

    void ended(String manifest) {
        speeds.remove(manifest);
    }

    Optional<Long> perSecond(String manifest) {
        return Optional.ofNullable(speeds.get(manifest))
                .filter(it -> it.rate >= 1 && (System.nanoTime() - it.at) / 1e9 < STILL_SECONDS)
                .map(it -> Math.round(it.rate));
    }

    Optional<Duration> left(String manifest, long bytes) {
        return perSecond(manifest).map(it -> Duration.ofSeconds(1 + bytes / it));
    }
}
