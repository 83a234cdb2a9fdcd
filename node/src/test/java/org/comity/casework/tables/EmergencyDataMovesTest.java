package org.comity.casework.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Data that avert a danger in sentences of the field; that every cell has its answer is {@link ProceduresTest}. */
class EmergencyDataMovesTest {

    private static final String ID = "emergency-data/1";

    private final PlayedThread thread = PlayedThread.of(ID).requesting("request");

    @Test
    void given_at_once_without_an_acknowledgement_it_is_confirmed_in_writing_and_closed() {
        assertThat(thread.requested("give", "part", "whole").state()).isEqualTo("Given");
        assertThat(thread.requesting("confirm").state()).isEqualTo("Confirmed");
        assertThat(thread.requested("give", "part", "whole").state()).isEqualTo("Confirmed");
        assertThat(thread.requesting("close").state()).isEqualTo("Closed");
    }

    @Test
    void a_part_that_is_given_while_a_question_is_open_leaves_the_question_open() {
        thread.requested("ask").requested("give", "part", "partial");
        assertThat(thread.state()).isEqualTo("FactsAsked");

        assertThat(thread.requesting("answer").state()).isEqualTo("PartlyGiven");
        assertThat(thread.requested("give", "part", "whole").state()).isEqualTo("Given");
    }

    @Test
    void what_was_confirmed_before_it_was_given_stays_confirmed() {
        thread.requesting("confirm").requested("give", "part", "whole");

        assertThat(thread.state()).isEqualTo("Confirmed");
        assertThat(thread.requesting("confirm").effect()).isEqualTo("already-confirmed");
    }

    @Test
    void that_we_cannot_or_refuse_ends_it_at_once() {
        assertThat(thread.requested("cannot").state()).isEqualTo("Unable");
        assertThat(thread.requested("give", "part", "whole").effect()).isEqualTo("ended");
        assertThat(PlayedThread.of(ID).requesting("request").requested("refuse").state())
                .isEqualTo("Refused");
    }

    @Test
    void what_became_of_the_data_is_said_after_the_end_and_only_where_some_were_given() {
        assertThat(thread.requesting("account").effect()).isEqualTo("nothing-given");
        thread.requested("give", "part", "partial").requested("refuse");

        assertThat(thread.requesting("account").effect()).isEqualTo("effective");
        assertThat(thread.requesting("confirm").effect()).isEqualTo("effective");
    }

    @Test
    void what_was_given_is_closed_and_neither_withdrawn_nor_refused() {
        thread.requested("give", "part", "whole");

        assertThat(thread.requesting("withdraw").effect()).isEqualTo("already-answered");
        assertThat(thread.requested("refuse").effect()).isEqualTo("already-answered");
        assertThat(thread.requested("close").state()).isEqualTo("Closed");
    }

    @Test
    void a_withdrawal_and_the_data_that_cross_end_as_the_register_has_them() {
        assertThat(PlayedThread.crossing(
                        ID,
                        it -> it.requesting("request"),
                        it -> it.requesting("withdraw"),
                        it -> it.requested("give", "part", "whole")))
                .containsExactly("Withdrawn", "Given");
    }

    @Test
    void what_came_of_data_that_crossed_the_withdrawal_is_said_and_no_more_are_given() {
        thread.requesting("withdraw");

        assertThat(thread.requested("give", "part", "whole").effect()).isEqualTo("ended");
        assertThat(thread.requesting("account").effect()).isEqualTo("effective");
        assertThat(thread.state()).isEqualTo("Withdrawn");
    }
}
