package org.comity.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.comity.port.ConcurrencyLimit.Full;
import org.junit.jupiter.api.Test;

class ConcurrencyLimitTest {

    @Test
    void one_caller_takes_no_place_of_another() throws Full {
        var limit = ConcurrencyLimit.<String>ofAllAndEach(4, 2);
        var first = limit.take("ann");
        try (var _ = limit.take("ann")) {
            assertThatExceptionOfType(Full.class)
                    .isThrownBy(() -> limit.take("ann"))
                    .matches(Full::ofOne);
            limit.take("ben").close();
        }
        limit.take("ann").close();
        first.close();
        assertThat(limit.callers()).isZero();
    }

    @Test
    void all_callers_together_have_a_bound() throws Full {
        var limit = ConcurrencyLimit.<Integer>ofAllAndEach(3, 2);
        limit.take(1);
        limit.take(2);
        var third = limit.take(3);

        assertThatExceptionOfType(Full.class).isThrownBy(() -> limit.take(4)).matches(it -> !it.ofOne());
        assertThat(limit.callers()).as("whoever is refused is not remembered").isEqualTo(3);
        third.close();
        limit.take(4).close();
    }

    @Test
    void without_a_bound_of_all_each_caller_has_its_own() throws Full {
        var limit = ConcurrencyLimit.<Integer>ofEach(1);
        for (int i = 0; i < 1000; i++) limit.take(i);

        assertThatExceptionOfType(Full.class).isThrownBy(() -> limit.take(999)).matches(Full::ofOne);
    }

    @Test
    void a_request_that_fails_leaves_its_place() throws Full {
        var limit = ConcurrencyLimit.<String>ofAllAndEach(1, 1);

        assertThatThrownBy(() -> {
                    try (var _ = limit.take("ann")) {
                        throw new IllegalStateException("a bug");
                    }
                })
                .isInstanceOf(IllegalStateException.class);

        limit.take("ann").close();
    }

    @Test
    void callers_that_are_served_are_forgotten() throws Full {
        var limit = ConcurrencyLimit.<Integer>ofAllAndEach(2, 1);
        for (int i = 0; i < 1000; i++) limit.take(i).close();

        assertThat(limit.callers()).isZero();
    }

    @Test
    void the_bounds_hold_among_many_threads() throws Exception {
        var limit = ConcurrencyLimit.<Integer>ofAllAndEach(5, 2);
        var now = new AtomicInteger();
        Callable<Integer> request = () -> {
            try (var _ = limit.take(Thread.currentThread().hashCode() % 4)) {
                int together = now.incrementAndGet();
                Thread.yield();
                now.decrementAndGet();
                return together;
            } catch (Full full) {
                return 0;
            }
        };
        var most = new ArrayList<Future<Integer>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 5000; i++) most.add(threads.submit(request));
        }

        for (var each : most) assertThat(each.get()).isLessThanOrEqualTo(5);
        assertThat(limit.callers()).isZero();
        for (int i = 0; i < 5; i++) limit.take(i);
    }
}
