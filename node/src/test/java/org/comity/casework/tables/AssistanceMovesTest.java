package org.comity.casework.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Legal assistance in sentences of the field; that every cell has its answer is {@link ProceduresTest}'s. */
class AssistanceMovesTest {

    private final PlayedThread thread = PlayedThread.of("assistance/1").requesting("request");

    @Test
    void a_part_that_is_refused_ends_nothing_and_may_be_refused_until_all_is_delivered() {
        assertThat(thread.requested("refuse-part").state()).isEqualTo("Requested");
        assertThat(thread.requested("accept").requested("refuse-part").state()).isEqualTo("Accepted");
        assertThat(thread.requested("deliver", "part", "partial")
                        .requested("refuse-part")
                        .state())
                .isEqualTo("PartlyDelivered");
        assertThat(thread.requested("deliver", "part", "whole").state()).isEqualTo("Delivered");
        assertThat(thread.requested("refuse-part").effect()).isEqualTo("already-delivered");
    }
}
