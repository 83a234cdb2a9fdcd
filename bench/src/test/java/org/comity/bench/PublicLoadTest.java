package org.comity.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A run against the public site holds only if each request was answered, soon, at the rate, with light pages. */
class PublicLoadTest {

    @Test
    void all_in_time_at_the_rate_holds_and_says_so() {
        var load = PublicLoad.of(10, 10, lines(100, 20_000), 41.2);

        assertThat(load.holds()).isTrue();
        assertThat(load.json())
                .isEqualTo(
                        "{\"asked\":10,\"sent\":10.0,\"requests\":100,\"failed\":0,\"medianMs\":20.00,\"p99Ms\":20.00,"
                                + "\"mostMs\":20.00,\"largestKb\":41.2}");
    }

    @Test
    void a_slow_one_in_fifty_a_failure_a_rate_that_fell_behind_or_a_heavy_page_does_not_hold() {
        var slow = lines(98, 20_000);
        slow.addAll(lines(2, 100_000));
        assertThat(PublicLoad.of(10, 10, slow, 41).holds()).isFalse();
        var failed = lines(100, 20_000);
        failed.add("1\t503\t10");
        assertThat(PublicLoad.of(10, 10, failed, 41).holds()).isFalse();
        failed.set(100, "1\t-1\t10");
        assertThat(PublicLoad.of(10, 10, failed, 41).failed()).isEqualTo(1);
        assertThat(PublicLoad.of(10, 10, lines(98, 20_000), 41).holds()).isFalse();
        assertThat(PublicLoad.of(10, 10, lines(100, 20_000), 60.1).holds()).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> PublicLoad.of(10, 10, List.of(), 41));
    }

    private static List<String> lines(int many, int micros) {
        var lines = new ArrayList<String>();
        for (int n = 0; n < many; n++) lines.add(n + "\t200\t" + micros);
        return lines;
    }
}
