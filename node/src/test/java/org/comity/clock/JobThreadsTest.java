package org.comity.clock;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.comity.House;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

class JobThreadsTest {

    private static final Pattern JOB = Pattern.compile("@Scheduled\\(");

    @Test
    void a_job_that_waits_for_somebody_outside_delays_no_other() throws Exception {
        try (var context = new AnnotationConfigApplicationContext(JobThreads.class, Jobs.class)) {
            var jobs = context.getBean(Jobs.class);

            assertThat(jobs.hangs.await(60, SECONDS)).isTrue();
            assertThat(jobs.turns.await(60, SECONDS)).isTrue();
            jobs.answer.countDown();
        }
    }

    @Test
    void there_are_more_threads_than_jobs() throws IOException {
        long jobs = 0;
        try (var files = Files.walk(House.root().resolve("node/src/main/java"))) {
            for (var file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                jobs += JOB.matcher(Files.readString(file)).results().count();
            }
        }
        assertThat(jobs).isBetween(15L, JobThreads.MOST - 1L);
    }

    @EnableScheduling
    static class Jobs {

        private final CountDownLatch hangs = new CountDownLatch(1);
        private final CountDownLatch answer = new CountDownLatch(1);
        private final CountDownLatch turns = new CountDownLatch(3);

        @Bean
        static Clock clock() {
            return Clock.systemUTC();
        }

        @Scheduled(fixedDelay = 1)
        void hang() throws InterruptedException {
            hangs.countDown();
            answer.await();
        }

        @Scheduled(initialDelay = 100, fixedDelay = 1)
        void turn() {
            turns.countDown();
        }
    }
}
