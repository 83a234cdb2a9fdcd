package org.comity.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.comity.bench.DeskResult.PageTimes;
import org.junit.jupiter.api.Test;

/** A run against the desk holds if no page grows with the list, and none is slow. */
class DeskResultTest {

    @Test
    void one_page_that_grows_is_enough() {
        assertThat(of(page(100, 100), page(150, 100)).holds()).isTrue();
        assertThat(of(page(100, 100), page(151, 100)).holds()).isFalse();
    }

    @Test
    void a_page_that_is_as_slow_with_few_is_slow() {
        assertThat(of(page(300, 300)).holds()).isTrue();
        assertThat(of(page(301, 301)).holds()).isFalse();
    }

    @Test
    void the_last_line_names_the_worst_of_all_pages() {
        assertThat(of(page(40, 50), page(60, 50)).json())
                .isEqualTo("{\"requests\":100000,\"few\":1000,\"pages\":2,\"worstRatio\":1.20,\"slowestP99Ms\":60.0}");
    }

    private static DeskResult of(PageTimes... pages) {
        return new DeskResult(100_000, 1_000, List.of(pages));
    }

    private static PageTimes page(double many, double few) {
        return new PageTimes("desk", new Percentiles(new double[] {many}), new Percentiles(new double[] {few}));
    }
}
