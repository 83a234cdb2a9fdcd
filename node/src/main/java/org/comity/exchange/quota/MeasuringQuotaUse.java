package org.comity.exchange.quota;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.comity.thread.RoomOfCounterpart;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Measures what a participant has taken up: every few seconds while it sends, and counted on in between, so that no act waits for a sum. Several processes each count on alone; so a bound may be passed by what they take in those seconds.
 */
@Component
class MeasuringQuotaUse {

    private static final long EVERY_NANOS = 10_000_000_000L;

    private final RoomOfCounterpart holdings;
    private final QuotaRows rows;
    private final LongSupplier nanos;
    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    @Autowired
    MeasuringQuotaUse(RoomOfCounterpart holdings, QuotaRows rows) {
        this(holdings, rows, System::nanoTime);
    }

    MeasuringQuotaUse(RoomOfCounterpart holdings, QuotaRows rows, LongSupplier nanos) {
        this.holdings = holdings;
        this.rows = rows;
        this.nanos = nanos;
    }

    /** @param messages since {@code day} */
    record Now(long threads, long bytes, long messages) {}

    private static final class Count {
        private Now now = new Now(0, 0, 0);
        private long measured;
        private boolean known;
    }

    Now now(String participant, Instant day) {
        var count = counts.computeIfAbsent(participant, it -> new Count());
        synchronized (count) {
            if (!count.known || nanos.getAsLong() - count.measured > EVERY_NANOS) {
                var held = holdings.of(participant);
                count.now = new Now(held.open(), held.bytes(), rows.messages(participant, day));
                count.measured = nanos.getAsLong();
                count.known = true;
            }
            return count.now;
        }
    }

    void more(String participant, long threads, long bytes, long messages) {
        var count = counts.computeIfAbsent(participant, it -> new Count());
        synchronized (count) {
            var it = count.now;
            count.now = new Now(it.threads + threads, it.bytes + bytes, it.messages + messages);
        }
    }
}
