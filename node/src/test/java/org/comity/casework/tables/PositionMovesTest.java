package org.comity.casework.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a State says of a text, in sentences of the field; that every cell has its answer is {@link ProceduresTest}. */
class PositionMovesTest {

    private final PlayedThread thread = PlayedThread.of("text-position/1");

    @Test
    void it_can_be_said_anew_before_and_after_it_was_received() {
        thread.requesting("submit");
        assertThat(thread.requesting("replace").effect()).isEqualTo("effective");
        assertThat(thread.requested("acknowledge").state()).isEqualTo("Received");
        assertThat(thread.requesting("replace").effect()).isEqualTo("effective");
        assertThat(thread.state()).isEqualTo("Received");
    }

    @Test
    void a_question_does_not_keep_a_state_from_saying_it_anew() {
        thread.requesting("submit");
        thread.requested("ask");
        assertThat(thread.requesting("replace").effect()).isEqualTo("effective");
        assertThat(thread.requesting("answer").state()).isEqualTo("Received");
    }

    @Test
    void what_was_taken_back_is_not_said_anew_in_the_same_thread() {
        thread.requesting("submit");
        assertThat(thread.requesting("withdraw").state()).isEqualTo("Withdrawn");
        assertThat(thread.requesting("replace").effect()).isNotEqualTo("effective");
    }

    @Test
    void only_who_spoke_takes_it_back_and_either_side_ends_it() {
        thread.requesting("submit");
        assertThat(thread.requested("close").state()).isEqualTo("Closed");
    }
}
