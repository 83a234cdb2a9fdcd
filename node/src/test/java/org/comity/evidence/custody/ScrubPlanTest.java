package org.comity.evidence.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import org.comity.evidence.custody.ScrubPlan.Held;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Half a year with a clock: every item is read again within the time set, however much is held. */
class ScrubPlanTest {

    private static final Duration WITHIN = Duration.ofDays(30);
    private static final long PACE = 16L << 20;
    private static final Duration OPENING = Duration.ofMillis(100);
    private static final Duration TURNS = Duration.ofMinutes(10);

    @ParameterizedTest
    @CsvSource({
        // items, bytes of each
        "1, 100",
        "50000, 20000",
        "200, 50000000000",
        "400, 1000000000000",
        "20000, 10000000000"
    })
    void every_item_is_read_within_its_time(int items, long bytes) {
        long[] all = new long[items];
        Arrays.fill(all, bytes);
        assertThat(longestUnread(all)).isLessThanOrEqualTo(WITHIN);
    }

    @Test
    void one_large_item_keeps_no_other_waiting_too_long() {
        long[] all = new long[1000];
        Arrays.fill(all, 1_000_000);
        all[500] = 30_000_000_000_000L;
        assertThat(longestUnread(all)).isLessThanOrEqualTo(WITHIN);
    }

    @Test
    void a_small_vault_is_read_late_and_at_the_pace_set() {
        var plan = ScrubPlan.of(WITHIN, PACE, new Held(10, 1_000_000_000));
        assertThat(plan.bytesPerSecond()).isEqualTo(PACE);
        assertThat(plan.dueAfter()).isBetween(Duration.ofDays(26), Duration.ofDays(27));
    }

    /** All came at one moment, which is the worst; each is read when its turn comes, and everything waits for it. */
    private static Duration longestUnread(long[] sizes) {
        record Waiting(long read, long bytes) {}
        // In milliseconds. Whatever was read last comes last again.
        var queue = new ArrayDeque<Waiting>();
        for (long each : sizes) queue.add(new Waiting(0, each));
        var plan = ScrubPlan.of(
                WITHIN, PACE, new Held(sizes.length, Arrays.stream(sizes).sum()));
        long due = plan.dueAfter().toMillis();
        long longest = 0;
        long end = Duration.ofDays(182).toMillis();
        for (long now = 0; now < end; now += TURNS.toMillis()) {
            while (now < end && now - queue.element().read() > due) {
                var next = queue.remove();
                now += OPENING.toMillis() + 1000 * next.bytes() / plan.bytesPerSecond();
                longest = Math.max(longest, now - next.read());
                queue.add(new Waiting(now, next.bytes()));
            }
        }
        assertThat(longest).isPositive();
        return Duration.ofMillis(longest);
    }
}
