package org.comity.clock;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import org.springframework.scheduling.Trigger;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.support.PeriodicTrigger;

/**
 * Runs jobs several times a second, as the settings of a start say, while a practice clock runs through past days; and once that
 * is the machine's clock again no job more often than {@link #CALM}, without another start.
 */
final class PracticeJobs extends ThreadPoolTaskScheduler {

    /** A delay below it is one that no node has that runs with the machine's clock. */
    static final Duration HURRIED = Duration.ofSeconds(1);

    /** The alarm's ordinary delay, the shortest of those that are hurried. */
    static final Duration CALM = Duration.ofSeconds(30);

    private final transient PracticeClock clock;

    PracticeJobs(PracticeClock clock) {
        this.clock = clock;
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Duration delay) {
        return delay.compareTo(HURRIED) < 0
                ? hurried(task, delay, Duration.ZERO)
                : super.scheduleWithFixedDelay(task, delay);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Instant startTime, Duration delay) {
        return delay.compareTo(HURRIED) < 0
                ? hurried(task, delay, delay)
                : super.scheduleWithFixedDelay(task, startTime, delay);
    }

    private ScheduledFuture<?> hurried(Runnable task, Duration delay, Duration first) {
        var hurry = new PeriodicTrigger(delay);
        hurry.setInitialDelay(first);
        var calm = new PeriodicTrigger(CALM);
        Trigger trigger = at -> (clock.isMoved() ? hurry : calm).nextExecution(at);
        return requireNonNull(schedule(task, trigger), "a trigger that always has a next time");
    }
}
