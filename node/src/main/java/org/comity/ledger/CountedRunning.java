package org.comity.ledger;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Counts by the machine's monotonic time, and writes the count down twice a minute; a kill loses half a minute. */
@Component
class CountedRunning implements RunningTime {

    /** Between two looks; a process that was frozen for longer did not run. */
    private static final Duration LONGEST_STEP = Duration.ofMinutes(2);

    private final RunningRows rows;
    private @Nullable Duration counted;
    private long last;

    CountedRunning(RunningRows rows) {
        this.rows = rows;
    }

    @Override
    public synchronized Duration total() {
        long now = System.nanoTime();
        var before = counted;
        var step = Duration.ofNanos(now - last);
        var total = before == null ? rows.kept() : before.plus(step.compareTo(LONGEST_STEP) < 0 ? step : LONGEST_STEP);
        counted = total;
        last = now;
        return total;
    }

    @Scheduled(fixedDelayString = "PT30S")
    void keep() {
        rows.keep(total());
    }
}
