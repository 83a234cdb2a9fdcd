package org.comity.casework.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Confiscation in sentences of the field; that every cell has its answer is {@link ProceduresTest}. */
class ConfiscationMovesTest {

    private final PlayedThread thread = PlayedThread.of("confiscation/1").requesting("request");

    @Test
    void what_favours_an_accused_is_told_and_consulted_on_also_after_the_end() {
        assertThat(thread.requesting("exculpatory").effect()).isEqualTo("nothing-given");
        thread.requested("decided", "result", "granted", "final", "final")
                .requested("executed")
                .requesting("close");

        assertThat(thread.requesting("exculpatory").effect()).isEqualTo("effective");
        assertThat(thread.requested("consult").effect()).isEqualTo("effective");
        assertThat(thread.state()).isEqualTo("Closed");
    }

    @Test
    void a_wider_use_of_what_was_given_is_asked_for_and_answered_also_after_the_end() {
        assertThat(thread.requesting("ask-use").effect()).isEqualTo("nothing-given");
        thread.requested("decided", "result", "granted", "final", "final")
                .requesting("close")
                .requesting("ask-use");
        var asked = thread.newest();

        assertThat(thread.requested("refuse-use", "use", asked).effect()).isEqualTo("effective");
        assertThat(thread.requested("consent-use", "use", asked).effect()).isEqualTo("no-such-use-asked");
    }

    @Test
    void a_court_orders_it_in_part_then_whole_on_appeal_and_it_is_executed() {
        thread.requested("acknowledge").requested("submit");
        assertThat(thread.state()).isEqualTo("BeforeCourt");
        assertThat(thread.requested("decided", "result", "partial", "final", "final")
                        .state())
                .isEqualTo("PartlyOrdered");
        assertThat(thread.requested("decided", "result", "granted", "final", "final")
                        .state())
                .isEqualTo("Ordered");
        assertThat(thread.requested("executed").state()).isEqualTo("Executed");
        assertThat(thread.requested("executed").effect()).isEqualTo("effective");

        assertThat(thread.requested("decided", "result", "denied", "final", "final")
                        .effect())
                .isEqualTo("already-executed");
        assertThat(thread.requesting("close").state()).isEqualTo("Closed");
    }

    @Test
    void nothing_is_executed_that_no_court_ordered() {
        assertThat(thread.requested("executed").effect()).isEqualTo("not-ordered");
        assertThat(thread.requesting("close").effect()).isEqualTo("not-ordered");
        assertThat(thread.requested("submit").requested("submit").effect()).isEqualTo("already-before-court");
    }

    @Test
    void a_court_that_declines_ends_it_also_on_appeal() {
        thread.requested("submit").requested("decided", "result", "granted", "final", "final");

        assertThat(thread.requested("decided", "result", "denied", "final", "final")
                        .state())
                .isEqualTo("Denied");
    }

    @Test
    void a_court_that_declines_at_first_ends_nothing_while_an_appeal_is_open() {
        thread.requested("submit").requested("decided", "result", "denied", "final", "appeal-open");
        assertThat(thread.state()).isEqualTo("BeforeCourt");
        assertThat(thread.requested("decided", "result", "granted", "final", "final")
                        .state())
                .isEqualTo("Ordered");
    }

    @Test
    void for_want_of_evidence_it_is_refused_before_a_decision_and_not_after() {
        assertThat(thread.requested("consult").requested("refuse").state()).isEqualTo("Refused");

        var ordered = PlayedThread.of("confiscation/1")
                .requesting("request")
                .requested("decided", "result", "granted", "final", "final");
        assertThat(ordered.requested("refuse").effect()).isEqualTo("already-ordered");
        assertThat(ordered.requesting("withdraw").effect()).isEqualTo("already-ordered");
    }

    @Test
    void it_is_put_off_before_a_decision_and_taken_up_again_and_not_after_one() {
        assertThat(thread.requested("postpone").state()).isEqualTo("Postponed");
        assertThat(thread.requested("submit").state()).isEqualTo("BeforeCourt");
        assertThat(thread.requested("decided", "result", "granted", "final", "final")
                        .requested("postpone")
                        .effect())
                .isEqualTo("already-ordered");
    }

    @Test
    void who_holds_it_contests_it_in_court() {
        assertThat(thread.requested("challenge", "court", "brought").effect()).isEqualTo("not-before-court");
        thread.requested("submit");
        assertThat(thread.requested("challenge", "court", "brought").state()).isEqualTo("Contested");
        assertThat(thread.requested("decided", "result", "granted", "final", "final")
                        .state())
                .isEqualTo("Contested");
        assertThat(thread.requested("challenge", "court", "decided").state()).isEqualTo("Ordered");
    }

    @Test
    void a_copy_that_is_missing_is_asked_for_and_progress_too() {
        assertThat(thread.requested("ask").state()).isEqualTo("FactsAsked");
        assertThat(thread.requesting("answer").state()).isEqualTo("Received");
        assertThat(thread.requesting("ask-status").requesting("ask-status").effect())
                .isEqualTo("status-asked-already");
        assertThat(thread.requested("status").requesting("ask-status").effect()).isEqualTo("effective");
    }

    @Test
    void a_withdrawal_and_an_order_that_cross_end_as_the_register_has_them() {
        assertThat(PlayedThread.crossing(
                        "confiscation/1",
                        it -> it.requesting("request").requested("submit"),
                        it -> it.requesting("withdraw"),
                        it -> it.requested("decided", "result", "granted", "final", "final")))
                .containsExactly("Withdrawn", "Ordered");
    }
}
