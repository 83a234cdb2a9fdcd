package org.comity.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever checks files of strangers takes no thread that carries pages, and leaves one processor to them. */
class ChecksAsideTest {

    private static final Runnable NOTHING = () -> {};

    @Test
    void a_check_runs_on_a_platform_thread_of_the_lowest_priority() throws Exception {
        try (var aside = new ChecksAside(Duration.ofMinutes(1), 4)) {
            var thread = aside.run(Thread::currentThread, NOTHING);

            assertThat(thread.isVirtual()).isFalse();
            assertThat(thread.isDaemon()).isTrue();
            assertThat(thread.getPriority()).isEqualTo(Thread.MIN_PRIORITY);
        }
    }

    @Test
    void what_a_check_throws_is_thrown_and_its_end_is_told() throws Exception {
        var ended = new CountDownLatch(1);
        try (var aside = new ChecksAside(Duration.ofMinutes(1), 1)) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> aside.run(
                            () -> {
                                throw new IOException("no disk");
                            },
                            ended::countDown))
                    .withMessage("no disk");
            assertThat(ended.await(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    /** With one processor or two there is one thread: while it is taken, everything else goes on, and what waits behind it is told. */
    @Tag("long")
    @Test
    void behind_a_check_that_takes_long_others_are_told_and_never_begin() throws Exception {
        var goes = new CountDownLatch(1);
        var began = new CountDownLatch(1);
        var ended = new CountDownLatch(2);
        try (var aside = new ChecksAside(Duration.ofSeconds(3), 2);
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = callers.submit(() -> aside.run(
                    () -> {
                        began.countDown();
                        awaited(goes);
                        return 1;
                    },
                    ended::countDown));
            began.await();
            var second = callers.submit(() -> aside.run(
                    () -> {
                        throw new AssertionError("its caller has gone");
                    },
                    ended::countDown));

            assertThat(callers.submit(() -> "a page").get()).isEqualTo("a page");
            assertThatExceptionOfType(java.util.concurrent.ExecutionException.class)
                    .isThrownBy(second::get)
                    .as("nothing is wrong with its file")
                    .withCauseInstanceOf(ChecksAside.Busy.class);
            assertThatExceptionOfType(java.util.concurrent.ExecutionException.class)
                    .isThrownBy(first::get)
                    .withCauseInstanceOf(ChecksAside.TooLong.class);
            assertThat(ended.getCount()).isEqualTo(2);
            goes.countDown();
            assertThat(ended.await(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    private static void awaited(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException computing) {
                // As what computes: it does not look whether it is interrupted.
            }
        }
    }
}
