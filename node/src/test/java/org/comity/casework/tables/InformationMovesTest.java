package org.comity.casework.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A short question of the network in sentences of the field; that every cell has its answer is {@link ProceduresTest}. */
class InformationMovesTest {

    private final PlayedThread thread = PlayedThread.of("information/1").requesting("request");

    @Test
    void it_is_answered_at_once_without_an_acknowledgement_and_may_be_added_to() {
        assertThat(thread.requested("inform").state()).isEqualTo("Answered");
        assertThat(thread.requested("inform").state()).isEqualTo("Answered");
        assertThat(thread.requesting("close").state()).isEqualTo("Closed");
    }

    @Test
    void what_others_can_do_is_passed_to_them_and_answered_later() {
        assertThat(thread.requested("pass").state()).isEqualTo("Passed");
        assertThat(thread.requested("ask").requesting("answer").state()).isEqualTo("Passed");
        assertThat(thread.requested("inform").state()).isEqualTo("Answered");
    }

    @Test
    void passed_on_while_a_question_is_open_it_waits_for_the_answer_and_is_passed_then() {
        thread.requested("ask").requested("pass");

        assertThat(thread.state()).isEqualTo("FactsAsked");
        assertThat(thread.requesting("answer").state()).isEqualTo("Passed");
    }

    @Test
    void that_we_cannot_is_no_refusal_and_ends_it_all_the_same() {
        assertThat(thread.requested("cannot").state()).isEqualTo("Unable");
        assertThat(thread.requested("inform").effect()).isEqualTo("ended");
    }

    @Test
    void an_unanswered_question_is_withdrawn_and_not_closed() {
        assertThat(thread.requesting("close").effect()).isEqualTo("not-answered");
        assertThat(thread.requesting("withdraw").state()).isEqualTo("Withdrawn");
    }

    @Test
    void a_supplement_and_an_answer_that_cross_end_answered() {
        assertThat(PlayedThread.crossing(
                        "information/1",
                        it -> it.requesting("request"),
                        it -> it.requesting("supplement"),
                        it -> it.requested("inform")))
                .containsExactly("Answered", "Answered");
    }

    @Test
    void a_withdrawal_and_a_refusal_that_cross_end_as_the_register_has_them() {
        assertThat(PlayedThread.crossing(
                        "information/1",
                        it -> it.requesting("request"),
                        it -> it.requesting("withdraw"),
                        it -> it.requested("refuse")))
                .containsExactly("Withdrawn", "Refused");
    }
}
