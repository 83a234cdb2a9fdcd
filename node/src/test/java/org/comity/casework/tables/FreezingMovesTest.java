package org.comity.casework.tables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Tracing and freezing in sentences of the field; that every cell has its answer is {@link ProceduresTest}. */
class FreezingMovesTest {

    private static final String MAY = "2027-05-02T12:00:00Z";
    private static final String JULY = "2027-07-02T12:00:00Z";

    private final PlayedThread thread = PlayedThread.of("freezing/1").requesting("request");

    private PlayedThread frozen() {
        return thread.requested("acknowledge").requested("frozen", "part", "whole", "until", MAY);
    }

    @Test
    void what_favours_an_accused_is_told_and_consulted_on_also_after_the_end() {
        assertThat(thread.requesting("exculpatory").effect()).isEqualTo("nothing-given");
        thread.requested("traced", "next", "nothing").requesting("close");

        assertThat(thread.requesting("exculpatory").effect()).isEqualTo("effective");
        assertThat(thread.requested("consult").effect()).isEqualTo("effective");
        assertThat(thread.state()).isEqualTo("Closed");
    }

    @Test
    void a_wider_use_of_what_was_given_is_asked_for_and_answered_also_after_the_end() {
        assertThat(thread.requesting("ask-use").effect()).isEqualTo("nothing-given");
        thread.requested("traced", "next", "nothing").requesting("close").requesting("ask-use");
        var asked = thread.newest();

        assertThat(thread.requested("consent-use", "use", asked).effect()).isEqualTo("effective");
        assertThat(thread.requested("refuse-use", "use", asked).effect()).isEqualTo("no-such-use-asked");
    }

    @Test
    void a_wallet_is_traced_frozen_in_part_and_then_whole_and_confiscated_in_the_end() {
        thread.requested("traced", "next", "measure");
        assertThat(thread.state()).isEqualTo("Traced");
        assertThat(thread.requested("frozen", "part", "partial", "until", MAY).state())
                .isEqualTo("PartlyFrozen");
        assertThat(thread.requested("frozen", "part", "whole", "until", JULY).state())
                .isEqualTo("Frozen");

        assertThat(thread.requested("confiscated").state()).isEqualTo("Confiscated");
    }

    @Test
    void what_was_traced_without_a_measure_is_the_turn_of_who_asked() {
        assertThat(thread.requested("traced", "next", "nothing").state()).isEqualTo("TracedOnly");
        assertThat(thread.requested("ask").state()).isEqualTo("FactsAsked");
        assertThat(thread.requesting("answer").state()).isEqualTo("TracedOnly");
        assertThat(thread.requested("frozen", "part", "whole", "until", MAY).state())
                .as("after all")
                .isEqualTo("Frozen");
    }

    @Test
    void what_was_only_traced_is_closed_by_who_asked_and_what_is_frozen_is_not() {
        assertThat(thread.requesting("close").effect()).isEqualTo("nothing-traced");
        thread.requested("traced", "next", "measure");
        assertThat(thread.requested("not-found").effect()).isEqualTo("already-found");
        assertThat(thread.requesting("close").state()).isEqualTo("Closed");

        assertThat(PlayedThread.of("freezing/1")
                        .requesting("request")
                        .requested("frozen", "part", "whole", "until", MAY)
                        .requesting("close")
                        .effect())
                .isEqualTo("measure-in-force");
    }

    @Test
    void nothing_found_or_of_a_small_value_ends_it_before_anything_is_frozen_and_not_after() {
        assertThat(thread.requested("not-found").state()).isEqualTo("NotFound");

        var small = PlayedThread.of("freezing/1").requesting("request").requested("refuse");
        assertThat(small.state()).isEqualTo("Refused");
        assertThat(PlayedThread.of("freezing/1")
                        .requesting("request")
                        .requested("frozen", "part", "partial", "until", MAY)
                        .requested("refuse")
                        .effect())
                .isEqualTo("already-frozen");
    }

    @Test
    void it_is_put_off_before_a_measure_and_taken_up_again_and_not_after_one() {
        assertThat(thread.requested("postpone").state()).isEqualTo("Postponed");
        assertThat(thread.requested("traced", "next", "measure").state()).isEqualTo("Traced");
        assertThat(thread.requested("postpone")
                        .requested("frozen", "part", "whole", "until", MAY)
                        .state())
                .isEqualTo("Frozen");
        assertThat(thread.requested("postpone").effect()).isEqualTo("already-frozen");
    }

    @Test
    void a_measure_is_lifted_after_the_reasons_were_heard() {
        frozen().requested("intend-lift");
        assertThat(thread.state()).isEqualTo("LiftIntended");
        assertThat(thread.requested("intend-lift").effect()).isEqualTo("lifting-announced-already");
        assertThat(thread.requesting("give-reasons").state()).isEqualTo("LiftHeard");
        assertThat(thread.requesting("give-reasons").effect()).isEqualTo("effective");

        assertThat(thread.requested("lift", "hearing", "heard").state()).isEqualTo("Lifted");
        assertThat(thread.requested("released").effect()).isEqualTo("effective");
    }

    @Test
    void lifting_without_a_word_before_has_no_effect() {
        frozen();

        assertThat(thread.requested("lift", "hearing", "heard").effect()).isEqualTo("not-heard");
        assertThat(thread.requested("lift", "hearing", "unanswered").effect()).isEqualTo("not-heard");
        assertThat(thread.requested("lift-part", "hearing", "heard").effect()).isEqualTo("not-heard");
        assertThat(thread.state()).isEqualTo("Frozen");
        thread.requested("intend-lift");
        assertThat(thread.requested("lift", "hearing", "heard").effect()).isEqualTo("not-heard");
        assertThat(thread.state()).isEqualTo("LiftIntended");
    }

    @Test
    void where_no_hearing_is_possible_a_court_may_lift_at_once_and_says_so() {
        assertThat(frozen().requested("lift-part", "hearing", "impossible").state())
                .isEqualTo("Frozen");

        assertThat(thread.requested("lift", "hearing", "impossible").state()).isEqualTo("Lifted");
    }

    @Test
    void who_does_not_answer_in_time_stops_nothing_and_a_part_may_be_lifted() {
        frozen().requested("intend-lift");
        assertThat(thread.requested("lift-part", "hearing", "unanswered").state())
                .isEqualTo("Frozen");

        assertThat(thread.requested("intend-lift")
                        .requested("lift", "hearing", "unanswered")
                        .state())
                .isEqualTo("Lifted");
    }

    @Test
    void reasons_that_convince_keep_it() {
        frozen().requested("intend-lift").requesting("give-reasons");
        assertThat(thread.requested("keep").state()).isEqualTo("Frozen");
        assertThat(thread.requested("keep").effect()).isEqualTo("no-lifting-announced");
        assertThat(thread.requesting("give-reasons").effect()).isEqualTo("no-lifting-announced");
    }

    @Test
    void reasons_and_a_lifting_that_cross_are_read_before_anything_is_lifted() {
        assertThat(PlayedThread.crossing(
                        "freezing/1",
                        it -> it.requesting("request")
                                .requested("frozen", "part", "whole", "until", MAY)
                                .requested("intend-lift"),
                        it -> it.requesting("give-reasons"),
                        it -> it.requested("lift", "hearing", "unanswered")))
                .containsExactly("LiftHeard", "Lifted");
        frozen().requested("intend-lift").requesting("give-reasons");
        assertThat(thread.requested("lift", "hearing", "unanswered").effect()).isEqualTo("reasons-came-meanwhile");
    }

    @Test
    void it_ends_on_its_day_unless_a_later_one_was_registered_first() {
        frozen();
        assertThat(thread.requesting("ask-longer").state()).isEqualTo("LongerAsked");
        assertThat(thread.requesting("ask-longer").effect()).isEqualTo("longer-asked-already");
        assertThat(thread.requested("prolong", "until", MAY).effect()).isEqualTo("not-later");
        assertThat(thread.requested("prolong", "until", JULY).state()).isEqualTo("Frozen");

        assertThat(thread.requested("expire", "until", MAY).effect()).isEqualTo("prolonged-meanwhile");
        assertThat(thread.requested("expire", "until", JULY).state()).isEqualTo("Expired");
    }

    @Test
    void a_later_end_that_is_not_given_leaves_the_first_one() {
        frozen().requesting("ask-longer");
        assertThat(thread.requested("refuse-longer").state()).isEqualTo("Frozen");
        assertThat(thread.requested("refuse-longer").effect()).isEqualTo("longer-not-asked");
        assertThat(thread.requested("expire", "until", MAY).state()).isEqualTo("Expired");
    }

    @Test
    void a_third_party_in_good_faith_is_seen_until_the_court_has_decided() {
        assertThat(frozen().requested("challenge", "court", "brought").state()).isEqualTo("Contested");
        assertThat(thread.requesting("supplement").state()).isEqualTo("Contested");
        assertThat(thread.requested("challenge", "court", "decided").state()).isEqualTo("Frozen");
    }

    @Test
    void more_evidence_can_be_asked_for_while_it_is_frozen() {
        assertThat(frozen().requested("ask").state()).isEqualTo("FactsAsked");
        assertThat(thread.requested("ask").effect()).isEqualTo("question-open");
        assertThat(thread.requesting("answer").state()).isEqualTo("Frozen");
    }

    @Test
    void withdrawn_it_has_ended_and_the_day_of_the_giving_back_is_still_said() {
        assertThat(thread.requested("released").effect()).isEqualTo("measure-in-force");
        frozen();

        assertThat(thread.requesting("withdraw").state()).isEqualTo("Withdrawn");
        assertThat(thread.requested("lift", "hearing", "impossible").effect()).isEqualTo("ended");
        assertThat(thread.requested("released").effect()).isEqualTo("effective");
        assertThat(PlayedThread.of("freezing/1")
                        .requesting("request")
                        .requesting("withdraw")
                        .requested("released")
                        .effect())
                .isEqualTo("ended");
    }

    @Test
    void a_withdrawal_and_a_freezing_that_cross_end_withdrawn() {
        assertThat(PlayedThread.crossing(
                        "freezing/1",
                        it -> it.requesting("request"),
                        it -> it.requesting("withdraw"),
                        it -> it.requested("frozen", "part", "whole", "until", MAY)))
                .containsExactly("Withdrawn", "Withdrawn");
    }
}
