package org.comity.exchange.outbox;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.comity.exchange.Parcel.Action;

/**
 * Finds how many acts, or entries, leave for each peer as one parcel: no more than its line carried in {@link #WITHIN}, half as many after a parcel that failed. Measured anew after a start.
 */
final class BundleSizes {

    /** A parcel that takes longer says too late that it did not get there. */
    static final Duration WITHIN = Duration.ofSeconds(10);

    private static final int FIRST = 4;
    private static final double NEWEST = 0.5;

    private final BundleSize largest;
    private final Map<String, Line> lines = new ConcurrentHashMap<>();

    BundleSizes(BundleSize largest) {
        this.largest = largest;
    }

    BundleSize of(String peer) {
        var line = line(peer);
        synchronized (line) {
            return new BundleSize(line.most(Action.ACT), line.most(Action.ENTRY));
        }
    }

    /** @param bytes of the whole parcel, as it went over the line */
    void carried(String peer, Action action, int rows, long bytes, Duration took) {
        var line = line(peer);
        synchronized (line) {
            line.carried(action, rows, bytes, Math.max(1, took.toMillis()));
        }
    }

    void failed(String peer, Action action, int rows) {
        var line = line(peer);
        synchronized (line) {
            line.most.put(action, Math.max(1, Math.min(rows, line.most(action)) / 2));
        }
    }

    private Line line(String peer) {
        return lines.computeIfAbsent(peer, it -> new Line());
    }

    /** One peer's line as it was found to be. */
    private final class Line {

        private final Map<Action, Integer> most = new EnumMap<>(Action.class);
        private double perMilli;

        private int most(Action action) {
            return most.getOrDefault(action, Math.min(FIRST, largest.most(action)));
        }

        private void carried(Action action, int rows, long bytes, long millis) {
            double now = (double) bytes / millis;
            perMilli = perMilli == 0 ? now : perMilli + NEWEST * (now - perMilli);
            double each = Math.max(1, (double) bytes / rows);
            double fit = perMilli * WITHIN.toMillis() / each;
            double next = Math.min(fit, 2.0 * Math.max(rows, most(action)));
            most.put(action, (int) Math.clamp(next, 1, largest.most(action)));
        }
    }
}
