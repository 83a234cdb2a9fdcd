package org.comity.casework.tables;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.comity.proof.form.Digests;
import org.junit.jupiter.api.Test;

/** Information without a request in sentences of the field; that every cell has its answer is {@link ProceduresTest}. */
class SpontaneousMovesTest {

    private final PlayedThread thread = PlayedThread.of("spontaneous/1");

    @Test
    void freely_given_it_is_acknowledged_and_nothing_is_owed() {
        given("none").requesting("acknowledge");

        assertThat(thread.state()).isEqualTo("Received");
        assertThat(thread.requesting("accept-limits", "limitsOf", act("inform", 0))
                        .effect())
                .isEqualTo("no-limits-open");
    }

    @Test
    void limits_that_were_asked_are_answered_after_the_acknowledgement() {
        given("asked").requesting("acknowledge");

        assertThat(thread.state()).isEqualTo("LimitsOpen");
        assertThat(thread.requesting("accept-limits", "limitsOf", act("inform", 0))
                        .state())
                .isEqualTo("Received");
    }

    @Test
    void an_offer_waits_for_the_word_on_its_limits_and_the_giver_decides() {
        offered().requesting("accept-limits", "limitsOf", act("inform", 0));

        assertThat(thread.state()).isEqualTo("OfferAccepted");
        assertThat(thread.requested("give").state()).isEqualTo("Given");
    }

    @Test
    void who_cannot_keep_the_limits_says_so_and_it_may_be_given_nevertheless() {
        offered().requesting("decline-limits", "limitsOf", act("inform", 0));

        assertThat(thread.state()).isEqualTo("LimitsDeclined");
        assertThat(thread.requested("give").state()).isEqualTo("Given");
    }

    @Test
    void other_limits_are_answered_anew() {
        offered().requesting("decline-limits", "limitsOf", act("inform", 0)).requested("change-limits");

        assertThat(thread.state()).isEqualTo("Offered");
        assertThat(thread.requesting("accept-limits", "limitsOf", act("inform", 0))
                        .effect())
                .isEqualTo("other-limits");
        assertThat(thread.state()).isEqualTo("Offered");
        assertThat(thread.requesting("accept-limits", "limitsOf", act("change-limits", 2))
                        .state())
                .isEqualTo("OfferAccepted");
        assertThat(thread.requesting("accept-limits", "limitsOf", act("change-limits", 2))
                        .effect())
                .isEqualTo("no-limits-open");
    }

    @Test
    void who_can_no_longer_keep_them_says_so() {
        given("asked")
                .requesting("accept-limits", "limitsOf", act("inform", 0))
                .requesting("decline-limits", "limitsOf", act("inform", 0));

        assertThat(thread.state()).isEqualTo("LimitsDeclined");
        assertThat(thread.requested("lift-limits").state()).isEqualTo("Received");
    }

    @Test
    void limits_that_bind_stay_while_other_limits_wait_and_where_those_are_declined() {
        given("asked").requesting("accept-limits", "limitsOf", act("inform", 0)).requested("change-limits");
        assertThat(thread.state()).isEqualTo("LimitsOpen");
        assertThat(thread.holds("bound")).isEqualTo(true);

        thread.requesting("decline-limits", "limitsOf", act("change-limits", 2));
        assertThat(thread.state()).isEqualTo("LimitsDeclined");
        assertThat(thread.holds("bound")).isEqualTo(true);

        thread.requesting("accept-limits", "limitsOf", act("change-limits", 2));
        assertThat(thread.state()).isEqualTo("Received");
        assertThat(thread.requesting("accept-limits", "limitsOf", act("change-limits", 2))
                        .effect())
                .isEqualTo("no-limits-open");
        assertThat(thread.requested("lift-limits").holds("bound")).isEqualTo(false);
    }

    @Test
    void who_accepted_an_offer_does_not_accept_again_when_it_is_given() {
        offered().requesting("accept-limits", "limitsOf", act("inform", 0)).requested("give");

        assertThat(thread.requesting("accept-limits", "limitsOf", act("inform", 0))
                        .effect())
                .isEqualTo("no-limits-open");
        assertThat(thread.requesting("decline-limits", "limitsOf", act("inform", 0))
                        .state())
                .isEqualTo("LimitsDeclined");
        assertThat(thread.requesting("accept-limits", "limitsOf", act("inform", 0))
                        .state())
                .isEqualTo("Received");
    }

    @Test
    void of_an_offer_nothing_can_be_acknowledged_added_or_disclosed() {
        offered();

        for (var type : new String[] {"acknowledge", "exculpatory", "outcome"}) {
            assertThat(thread.requesting(type).effect()).isEqualTo("nothing-given");
        }
        assertThat(thread.requested("add").effect()).isEqualTo("nothing-given");
        assertThat(thread.state()).isEqualTo("Offered");
    }

    @Test
    void notice_of_what_favours_an_accused_is_given_after_the_end_too_and_both_may_consult() {
        given("asked")
                .requesting("accept-limits", "limitsOf", act("inform", 0))
                .requesting("close")
                .requesting("exculpatory");

        assertThat(thread.effect()).isEqualTo("effective");
        assertThat(thread.requested("consult").effect()).isEqualTo("effective");
        assertThat(thread.requesting("consult").effect()).isEqualTo("effective");
        assertThat(thread.state()).isEqualTo("Closed");
    }

    @Test
    void there_is_nothing_to_consult_on_before_a_notice() {
        assertThat(given("none").requested("consult").effect()).isEqualTo("no-notice-given");
    }

    @Test
    void limits_are_lifted_after_the_end_too_but_not_of_an_offer_that_came_to_nothing() {
        given("asked").requested("withdraw");
        assertThat(thread.requested("lift-limits").effect()).isEqualTo("effective");

        var offer = PlayedThread.of("spontaneous/1")
                .requested("inform", "how", "offered", "limits", "asked")
                .requested("withdraw");
        assertThat(offer.requested("lift-limits").effect()).isEqualTo("ended");
    }

    @Test
    void an_acceptance_and_other_limits_that_cross_bind_to_nothing_that_was_not_read() {
        assertThat(PlayedThread.crossing(
                        "spontaneous/1",
                        it -> it.requested("inform", "how", "offered", "limits", "asked"),
                        it -> it.requesting("accept-limits", "limitsOf", act("inform", 0)),
                        it -> it.requested("change-limits")))
                .containsExactly("Offered", "Offered");
    }

    @Test
    void an_acknowledgement_and_a_withdrawal_that_cross_end_alike() {
        assertThat(PlayedThread.crossing(
                        "spontaneous/1",
                        it -> it.requested("inform", "how", "given", "limits", "none"),
                        it -> it.requesting("acknowledge"),
                        it -> it.requested("withdraw")))
                .containsExactly("Withdrawn", "Withdrawn");
    }

    /** The id of the act of this type that was said as the n-th, from 0. */
    private static String act(String type, int n) {
        return Digests.sha256((type + n).getBytes(UTF_8));
    }

    private PlayedThread given(String limits) {
        return thread.requested("inform", "how", "given", "limits", limits);
    }

    private PlayedThread offered() {
        return thread.requested("inform", "how", "offered", "limits", "asked");
    }
}
