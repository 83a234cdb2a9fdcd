package org.comity.evidence.transfer;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.comity.ui.LivePages;
import org.springframework.stereotype.Component;

/** Counts how far each receiver is: what it says it has, and what was sent since. Written down once a second; forgotten when it has all, or stood still for an hour. */
@Component
class ServedSoFar {

    private static final long EACH = 1_000_000_000L;
    private static final long HOUR = 3600 * EACH;

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
        private volatile long written = System.nanoTime() - EACH;
        private boolean whole;
    }

    /** Streams start one after the other, so what the receiver says may be older than what was sent. */
    void reached(String manifest, long size, long bytes) {
        var count = counts.computeIfAbsent(manifest, it -> new Count());
        synchronized (count) {
            count.bytes = Math.clamp(bytes, count.bytes, Math.max(size, count.bytes));
            count.whole = count.bytes >= size;
        }
    }

    void sent(String manifest, long size, int bytes) {
        var count = counts.computeIfAbsent(manifest, it -> new Count());
        long now = System.nanoTime();
        synchronized (count) {
            count.bytes = Math.min(size, count.bytes + bytes);
            count.whole = count.bytes >= size;
            if (now - count.written < EACH) return;
            count.written = now;
        }
        ended(manifest);
    }

    int counted() {
        return counts.size();
    }

    /** Written down now. */
    void ended(String manifest) {
        var count = counts.get(manifest);
        if (count == null) return;
        long reached;
        boolean whole;
        synchronized (count) {
            reached = count.bytes;
            whole = count.whole;
        }
        rows.reached(manifest, reached, clock.instant());
        if (whole) {
            counts.remove(manifest);
            speeds.ended(manifest);
        } else {
            speeds.at(manifest, reached);
        }
        counts.values().removeIf(it -> System.nanoTime() - it.written > HOUR);
        live.changed("transfers", manifest);
    }
}
