package org.comity.casework.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.comity.thread.TabledState;
import org.junit.jupiter.api.Test;

/** Deliveries are read out of the state of any procedure that has them. */
class DeliveredTest {

    private static final String FIRST = "a".repeat(64);
    private static final String SECOND = "b".repeat(64);

    @Test
    void the_state_says_how_many_there_were_and_which_wait() {
        var state = new TabledState(
                Map.of(
                        "name",
                        "Seized",
                        "deliveries",
                        3L,
                        "unmatched",
                        List.of(Map.of("act", FIRST, "received", true), Map.of("act", SECOND, "received", false))),
                false);

        assertThat(Delivered.in(state)).contains(new Delivered(3, List.of(FIRST, SECOND)));
    }

    @Test
    void a_procedure_whose_table_knows_no_deliveries_has_none() {
        assertThat(Delivered.in(new TabledState(Map.of("name", "Preserved"), false)))
                .isEmpty();
        assertThat(Delivered.in(null)).isEmpty();
        assertThat(Delivered.possible("assistance/1")).isTrue();
        assertThat(Delivered.possible("preservation/1")).isFalse();
        assertThat(Delivered.possible("no-such/1")).isFalse();
    }
}
