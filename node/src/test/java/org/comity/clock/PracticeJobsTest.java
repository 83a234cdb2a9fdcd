package org.comity.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.config.ScheduledTaskHolder;

class PracticeJobsTest {

    private static final Duration HURRY = Duration.ofMillis(20);

    @TempDir
    Path folder;

    private Path file;
    private PracticeJobs jobs;
    private final AtomicInteger turns = new AtomicInteger();

    @BeforeEach
    void days_pass() {
        file = folder.resolve("clock");
        PracticeClock.set(file, Duration.ofDays(-89));
        var clock = new PracticeClock(file, Clock.systemUTC());
        jobs = (PracticeJobs) new JobThreads().taskScheduler(clock);
        jobs.initialize();
    }

    @AfterEach
    void end() {
        jobs.shutdown();
    }

    @Test
    void a_job_is_hurried_while_days_pass_and_calm_without_another_start_once_the_clock_is_right() throws Exception {
        var atOnce = jobs.scheduleWithFixedDelay(turns::incrementAndGet, HURRY);
        var later = jobs.scheduleWithFixedDelay(
                turns::incrementAndGet, Clock.systemUTC().instant().plus(HURRY), HURRY);
        await().until(() -> turns.get() > 20);
        assertThat(pause(atOnce)).isLessThanOrEqualTo(HURRY);
        assertThat(pause(later)).isLessThanOrEqualTo(HURRY);

        Files.delete(file);

        var calm = PracticeJobs.CALM.minusSeconds(10);
        await().untilAsserted(() -> assertThat(pause(atOnce)).isGreaterThan(calm));
        await().untilAsserted(() -> assertThat(pause(later)).isGreaterThan(calm));
    }

    @Test
    void what_has_its_ordinary_delay_keeps_it_whatever_the_clock_says() {
        var ordinary = Duration.ofMinutes(15);
        var start = Clock.systemUTC().instant().plus(ordinary);

        assertThat(pause(jobs.scheduleWithFixedDelay(turns::incrementAndGet, start, ordinary)))
                .isBetween(ordinary.minusMinutes(1), ordinary);
        jobs.scheduleWithFixedDelay(turns::incrementAndGet, ordinary);
        await().until(() -> turns.get() == 1);
    }

    @Test
    void what_a_node_schedules_goes_through_it() throws Exception {
        var clock = new PracticeClock(file, Clock.systemUTC());
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(Clock.class, () -> clock);
            context.register(JobThreads.class, Often.class);
            context.refresh();
            var often = context.getBean(Often.class);
            await().until(() -> often.turns.get() > 20);

            Files.delete(file);

            var task = context.getBean(ScheduledTaskHolder.class)
                    .getScheduledTasks()
                    .iterator()
                    .next();
            await().untilAsserted(() -> assertThat(task.nextExecution())
                    .isAfter(Clock.systemUTC().instant().plus(PracticeJobs.CALM.minusSeconds(10))));
        }
    }

    @EnableScheduling
    static class Often {

        private final AtomicInteger turns = new AtomicInteger();

        @Scheduled(fixedDelay = 20, initialDelay = 20)
        void turn() {
            turns.incrementAndGet();
        }
    }

    private static Duration pause(ScheduledFuture<?> job) {
        return Duration.ofMillis(job.getDelay(TimeUnit.MILLISECONDS));
    }
}
