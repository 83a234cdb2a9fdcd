package org.comity.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.comity.bench.NodeComparison;
import org.junit.jupiter.api.Test;

/** The sum of a run: every harm makes it fail, and what was not played never counts as healed. */
class FaultsFoundTest {

    private static final NodeComparison EQUAL = new NodeComparison(1, 2, 0, 0, 0, 0);

    @Test
    void healed_faults_with_equal_registers_hold() {
        var found = found(judged(EQUAL), judged(EQUAL));

        assertThat(found.holds()).isTrue();
        assertThat(found.json())
                .startsWith(
                        "{\"seed\":7,\"faults\":2,\"acts\":4,\"lost\":0,\"twice\":0,\"diverged\":0,\"unasked\":0,\"unhealed\":0,\"notPlayed\":0,\"seconds\":{\"line-cut\":1.5}");
    }

    @Test
    void a_lost_act_is_counted() {
        var found = found(judged(EQUAL), judged(new NodeComparison(1, 2, 1, 0, 0, 0)));

        assertThat(found.lost()).isEqualTo(1);
        assertThat(found.holds()).isFalse();
    }

    @Test
    void a_doubled_act_is_counted() {
        var found = found(judged(new NodeComparison(1, 2, 0, 1, 0, 0)));

        assertThat(found.twice()).isEqualTo(1);
        assertThat(found.holds()).isFalse();
    }

    @Test
    void a_register_that_diverged_is_counted() {
        var found = found(judged(new NodeComparison(1, 2, 0, 0, 1, 0)));

        assertThat(found.diverged()).isEqualTo(1);
        assertThat(found.holds()).isFalse();
    }

    @Test
    void an_act_that_nobody_approved_is_counted() {
        var found = found(judged(new NodeComparison(1, 2, 0, 0, 0, 1)));

        assertThat(found.unasked()).isEqualTo(1);
        assertThat(found.holds()).isFalse();
    }

    @Test
    void a_node_that_did_not_come_back_is_unhealed_though_its_registers_are_equal() {
        var found = found(new FaultOutcome("line-cut", EQUAL, "it is not well", null, 0));

        assertThat(found.unhealed()).isEqualTo(1);
        assertThat(found.holds()).isFalse();
        assertThat(found.json()).contains("\"seconds\":{},\"whyUnhealed\":{\"line-cut\":\"it is not well\"}");
    }

    @Test
    void a_fault_without_a_single_act_shows_nothing_and_is_unhealed() {
        assertThat(found(judged(new NodeComparison(0, 0, 0, 0, 0, 0))).unhealed())
                .isEqualTo(1);
    }

    @Test
    void what_was_not_played_is_named_and_counts_for_nothing() {
        var found = found(judged(EQUAL), FaultOutcome.notPlayed("disk-full", "that needs root"));

        assertThat(found.faults()).isEqualTo(1);
        assertThat(found.holds()).isTrue();
        assertThat(found.json())
                .contains("\"faults\":1", "\"notPlayed\":1", "\"whyNotPlayed\":{\"disk-full\":\"that needs root\"}");
    }

    @Test
    void a_run_in_which_nothing_was_played_does_not_hold() {
        assertThat(found(FaultOutcome.notPlayed("disk-full", "that needs root")).holds())
                .isFalse();
    }

    private static FaultOutcome judged(NodeComparison registers) {
        return new FaultOutcome("line-cut", registers, null, null, 1.5);
    }

    private static FaultsFound found(FaultOutcome... judged) {
        return new FaultsFound(7, List.of(judged));
    }
}
