package org.comity.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BackgroundJobTest {

    private final BackgroundJob job = new BackgroundJob("reading");
    private final AtomicInteger turns = new AtomicInteger();

    @Test
    void a_turn_is_skipped_while_the_one_before_it_is_under_way() {
        var goOn = new CountDownLatch(1);
        var skipped = new AtomicInteger();
        job.turn(() -> {
            turns.incrementAndGet();
            await().until(() -> goOn.getCount() == 0);
        });
        await().until(() -> turns.get() == 1);

        job.turn(skipped::incrementAndGet);
        goOn.countDown();

        await().until(() -> hasTurns(2));
        assertThat(skipped).hasValue(0);
    }

    @Test
    void what_fails_has_its_next_turn() {
        job.turn(() -> {
            throw new IllegalStateException("a bug");
        });

        await().until(() -> hasTurns(1));
    }

    @Test
    void its_thread_is_none_of_the_virtual_ones_and_keeps_no_node_from_ending() {
        var thread = new AtomicReference<@Nullable Thread>();
        job.turn(() -> thread.set(Thread.currentThread()));

        await().until(() -> thread.get() != null);
        assertThat(thread.get()).matches(Thread::isDaemon).matches(it -> !it.isVirtual());
    }

    private boolean hasTurns(int n) {
        job.turn(turns::incrementAndGet);
        return turns.get() >= n;
    }
}
