package org.comity.evidence.transfer;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.comity.ui.LivePages;
import org.springframework.stereotype.Component;

/** Counts how far each receiver is: what it says it has, and what was sent since. Written down once a second. */
@Component
class ServedSoFar {

    private static final long EACH = 1_000_000_000L;

    private final ReleaseRows rows;
    private final TransferSpeeds speeds;
    private final LivePages live;
    private final Clock clock;
    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    ServedSoFar(ReleaseRows rows, TransferSpeeds speeds, LivePages live, Clock clock) {
        this.rows = rows;
        this.speeds = speeds;
        this.live = live;
        this.clock = clock;
    }

    private static final class Count {
        private long bytes;
        private long written;
    }

    /** Streams start one after the other, so what the receiver says may be older than what was sent. */
    void reached(String manifest, long size, long bytes) {
        var count = counts.computeIfAbsent(manifest, it -> new Count());
        synchronized (count) {
            count.bytes = Math.clamp(bytes, count.bytes, Math.max(size, count.bytes));
        }
    }

    void sent(String manifest, long size, int bytes) {
        var count = counts.computeIfAbsent(manifest, it -> new Count());
        long now = System.nanoTime();
        synchronized (count) {
            count.bytes = Math.min(size, count.bytes + bytes);
            if (now - count.written < EACH) return;
            count.written = now;
        }
        ended(manifest);
    }

    /** Written down now. */
    void ended(String manifest) {
        var count = counts.computeIfAbsent(manifest, it -> new Count());
        long reached;
        synchronized (count) {
            reached = count.bytes;
        }
        rows.reached(manifest, reached, clock.instant());
        speeds.at(manifest, reached);
        live.changed("transfers", manifest);
    }
}
