package org.comity.exchange.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.comity.exchange.Parcel.Action;
import org.junit.jupiter.api.Test;

/** How many acts leave together over a line that is thin, or is not. */
class BundleSizesTest {

    private static final int ACT = 40_000;
    private static final int THIN = 64_000 / 8;

    private final BundleSizes bundles = new BundleSizes(new BundleSize(16, 100));

    @Test
    void after_one_that_did_not_get_there_half_as_many_leave() {
        grow();
        assertThat(acts()).isEqualTo(16);

        bundles.failed("XB-1", Action.ACT, 16);
        assertThat(acts()).isEqualTo(8);
        bundles.failed("XB-1", Action.ACT, 3);
        assertThat(acts()).isEqualTo(1);
        bundles.failed("XB-1", Action.ACT, 1);
        assertThat(acts()).isEqualTo(1);
        assertThat(bundles.of("XC-1").acts()).isEqualTo(4);
    }

    @Test
    void over_a_wide_line_twice_as_many_leave_each_time_up_to_the_most() {
        assertThat(acts()).isEqualTo(4);
        bundles.carried("XB-1", Action.ACT, 4, 4 * ACT, Duration.ofMillis(100));
        assertThat(acts()).isEqualTo(8);
        grow();
        assertThat(acts()).isEqualTo(16);
        assertThat(bundles.of("XB-1").entries()).isEqualTo(4);
    }

    @Test
    void sixteen_acts_over_64_kbit_a_second_all_get_there_in_bundles_that_the_line_carries() {
        int left = 16;
        long seconds = 0;
        int refused = 0;
        while (left > 0) {
            int now = Math.min(acts(), left);
            var took = Duration.ofMillis(now * ACT * 1000L / THIN);
            // A receiver of before, which waits half a minute for a body.
            if (took.toSeconds() > 30) {
                refused++;
                seconds += 30;
                bundles.failed("XB-1", Action.ACT, now);
            } else {
                seconds += took.toSeconds();
                bundles.carried("XB-1", Action.ACT, now, (long) now * ACT, took);
                left -= now;
                assertThat(acts()).isBetween(1, 2);
            }
        }
        assertThat(refused).isZero();
        assertThat(seconds).isLessThanOrEqualTo(16L * ACT / THIN + 1);
    }

    private void grow() {
        for (int i = 0; i < 3; i++)
            bundles.carried("XB-1", Action.ACT, acts(), (long) acts() * ACT, Duration.ofMillis(100));
    }

    private int acts() {
        return bundles.of("XB-1").acts();
    }
}
