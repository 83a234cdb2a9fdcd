package org.comity.casework.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Article 43 in sentences of the field; that every cell has its answer is {@link ProceduresTest}. */
class DisclosureMovesTest {

    private final PlayedThread thread = PlayedThread.of("disclosure/1");

    @Test
    void the_state_that_preserves_discloses_without_being_asked() {
        thread.requested("report", "outcome", "disclosed").requesting("acknowledge");

        assertThat(thread.state()).isEqualTo("Received");
    }

    @Test
    void who_asked_for_the_preservation_cannot_open_it() {
        assertThat(thread.requesting("report", "outcome", "disclosed").effect()).isEqualTo("wrong-role");
    }

    @Test
    void what_was_withheld_may_be_disclosed_later_also_while_a_question_is_open() {
        thread.requested("report", "outcome", "withheld").requesting("ask").requested("disclose");

        assertThat(thread.state()).isEqualTo("Disclosed");
        assertThat(thread.requested("answer").effect()).isEqualTo("no-question-open");
    }

    @Test
    void there_is_nothing_to_acknowledge_or_to_add_to_where_nothing_was_disclosed() {
        thread.requested("report", "outcome", "withheld");

        assertThat(thread.requesting("acknowledge").effect()).isEqualTo("nothing-disclosed");
        assertThat(thread.requested("add").effect()).isEqualTo("nothing-disclosed");
        assertThat(thread.state()).isEqualTo("Withheld");
    }

    @Test
    void a_question_is_as_good_as_an_acknowledgement() {
        thread.requested("report", "outcome", "disclosed").requesting("ask").requested("answer");

        assertThat(thread.state()).isEqualTo("Received");
        assertThat(thread.requesting("acknowledge").effect()).isEqualTo("already-acknowledged");
    }

    @Test
    void a_wider_use_is_asked_for_and_answered_once_also_after_the_end() {
        thread.requested("report", "outcome", "disclosed")
                .requesting("acknowledge")
                .requesting("close")
                .requesting("ask-use");
        var asked = thread.newest();

        assertThat(thread.requested("consent-use", "use", asked).effect()).isEqualTo("effective");
        assertThat(thread.requested("refuse-use", "use", asked).effect()).isEqualTo("no-such-use-asked");
        assertThat(thread.state()).isEqualTo("Closed");
    }

    @Test
    void what_favours_an_accused_is_told_after_the_end_too_but_not_of_what_was_withheld() {
        thread.requested("report", "outcome", "withheld");
        assertThat(thread.requesting("exculpatory").effect()).isEqualTo("nothing-disclosed");
        assertThat(thread.requesting("ask-use").effect()).isEqualTo("nothing-disclosed");

        thread.requested("disclose").requesting("acknowledge").requested("withdraw");
        assertThat(thread.requesting("exculpatory").effect()).isEqualTo("effective");
        assertThat(thread.requested("consult").effect()).isEqualTo("effective");
    }

    @Test
    void a_withdrawal_and_a_question_that_cross_end_alike() {
        assertThat(PlayedThread.crossing(
                        "disclosure/1",
                        it -> it.requested("report", "outcome", "disclosed"),
                        it -> it.requested("withdraw"),
                        it -> it.requesting("ask")))
                .containsExactly("Withdrawn", "Withdrawn");
    }

    @Test
    void an_answer_that_comes_late_changes_nothing() {
        thread.requested("report", "outcome", "disclosed").requesting("ask").requesting("close");

        assertThat(thread.requested("answer").effect()).isEqualTo("ended");
        assertThat(thread.state()).isEqualTo("Closed");
    }
}
