package org.comity.casework.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A police inquiry in sentences of the field; that every cell has its answer is {@link ProceduresTest}. */
class InquiryMovesTest {

    private final PlayedThread thread = PlayedThread.of("inquiry/1").requesting("inquire");

    @Test
    void an_inquiry_is_answered_in_part_then_whole_and_closed_by_either() {
        thread.requested("acknowledge").requested("reply", "part", "partial");
        assertThat(thread.state()).isEqualTo("PartlyAnswered");

        thread.requested("reply", "part", "whole");
        assertThat(thread.state()).isEqualTo("Answered");
        assertThat(thread.requested("reply", "part", "partial").state()).isEqualTo("Answered");
        assertThat(thread.requested("close").state()).isEqualTo("Closed");
    }

    @Test
    void what_is_evidence_takes_a_request_and_the_inquiry_may_still_be_answered() {
        thread.requested("needs-request");
        assertThat(thread.state()).isEqualTo("NeedsRequest");
        assertThat(thread.requested("needs-request").effect()).isEqualTo("request-needed-already");

        assertThat(thread.requested("reply", "part", "whole").state()).isEqualTo("Answered");
    }

    @Test
    void who_sends_a_request_in_its_place_closes_it() {
        assertThat(thread.requested("needs-request").requesting("close").state())
                .isEqualTo("Closed");
    }

    @Test
    void a_part_that_is_answered_while_a_question_is_open_leaves_the_question_open() {
        thread.requested("ask").requested("reply", "part", "partial");
        assertThat(thread.state()).isEqualTo("FactsAsked");

        assertThat(thread.requesting("answer").state()).isEqualTo("PartlyAnswered");
    }

    @Test
    void refused_it_has_ended_and_nothing_late_changes_that() {
        thread.requested("refuse");

        assertThat(thread.requesting("supplement").effect()).isEqualTo("ended");
        assertThat(thread.requested("reply", "part", "whole").effect()).isEqualTo("ended");
        assertThat(thread.state()).isEqualTo("Refused");
    }

    @Test
    void what_was_answered_whole_is_neither_refused_nor_withdrawn_any_more() {
        thread.requested("reply", "part", "whole");

        assertThat(thread.requested("refuse").effect()).isEqualTo("already-answered");
        assertThat(thread.requesting("withdraw").effect()).isEqualTo("already-answered");
    }

    @Test
    void a_withdrawal_and_an_answer_that_cross_end_as_the_register_has_them() {
        assertThat(PlayedThread.crossing(
                        "inquiry/1",
                        it -> it.requesting("inquire"),
                        it -> it.requesting("withdraw"),
                        it -> it.requested("reply", "part", "whole")))
                .containsExactly("Withdrawn", "Answered");
    }
}
