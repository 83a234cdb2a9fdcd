package org.comity.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The verdict on an exchange run, and the figures it rests on. */
class ExchangeResultTest {

    @Test
    void half_the_speed_of_bare_phase4_and_a_quick_first_act_hold() {
        assertThat(found(0, 0.5, 500).holds()).isTrue();
    }

    @Test
    void an_act_without_its_entry_fails_however_fast_the_others_were() {
        assertThat(found(1, 0.9, 100).holds()).isFalse();
    }

    @Test
    void slower_than_half_of_bare_phase4_fails() {
        assertThat(found(0, 0.49, 100).holds()).isFalse();
    }

    @Test
    void a_first_act_that_waits_for_the_machine_to_wake_fails() {
        assertThat(found(0, 0.9, 501).holds()).isFalse();
    }

    @Test
    void figures_are_asked_by_rank() {
        var figures = Percentiles.of(List.of(4.0, 1.0, 3.0, 2.0));

        assertThat(figures.median()).isEqualTo(2.5);
        assertThat(figures.percentile(50)).isEqualTo(2);
        assertThat(figures.percentile(99)).isEqualTo(4);
        assertThat(figures.least()).isEqualTo(1);
        assertThat(figures.most()).isEqualTo(4);
    }

    private static ExchangeResult found(int missing, double ratio, double first) {
        var some = Percentiles.of(List.of(100.0));
        return new ExchangeResult(
                20, 8, missing, 1, 1, Percentiles.of(List.of(0.1, ratio, 2.0)), some, some, some, some, first, 1, 1);
    }
}
