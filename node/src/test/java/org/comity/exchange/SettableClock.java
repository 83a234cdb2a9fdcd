package org.comity.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Runs with the machine's clock, and can be put forward and set. */
public final class SettableClock extends Clock {

    private static final long BEGAN = System.nanoTime();

    private volatile Duration ahead = Duration.ZERO;
    private volatile Duration ran = Duration.ZERO;

    /** Time passes while the node runs. */
    public void forward(Duration by) {
        ahead = ahead.plus(by);
        ran = ran.plus(by);
    }

    /** Somebody sets the clock; negative: back. */
    public void set(Duration by) {
        ahead = ahead.plus(by);
    }

    /** As long as the node has run. */
    public Duration running() {
        return ran.plusNanos(System.nanoTime() - BEGAN);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead).truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
