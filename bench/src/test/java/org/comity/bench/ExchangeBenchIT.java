package org.comity.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The exchange bench, short: what it counts is there. How fast it was is for {@code ./comity bench exchange} to say. */
@EnabledIfSystemProperty(named = "comity.full", matches = "true")
class ExchangeBenchIT {

    @Test
    void every_act_that_was_approved_has_its_entry_on_both_nodes() throws Exception {
        var found = new ExchangeBench(new ExchangePlan(0, 20, 4, 2), System.out).run();

        assertThat(found.missing()).isZero();
        assertThat(found.under().sorted()).hasSize(10);
        assertThat(found.alone().sorted()).hasSize(9);
        assertThat(found.carriedBytes()).isGreaterThan(found.sealedBytes());
        assertThat(found.ratios().sorted()).hasSize(2);
        assertThat(found.ratios().least()).isPositive();
    }
}
