package org.comity.casework.tables;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.comity.proof.form.Digests;
import org.junit.jupiter.api.Test;

/** Consultations on parallel cases in sentences of the field; that every cell has its answer is {@link ProceduresTest}. */
class ConsultationMovesTest {

    private static final String PROCEDURE = "consultation/1";

    private final PlayedThread thread = PlayedThread.of(PROCEDURE);

    @Test
    void each_says_what_it_does_and_one_proposal_is_agreed() {
        replied(thread).requesting("propose");
        assertThat(thread.state()).isEqualTo("OurProposal");
        assertThat(thread.requested("accept", "proposal", act("propose", 3)).state())
                .isEqualTo("Agreed");
        assertThat(thread.requested("inform").effect()).isEqualTo("effective");
        assertThat(thread.requesting("close").state()).isEqualTo("Closed");
    }

    @Test
    void nobody_agrees_to_a_proposal_of_its_own() {
        replied(thread).requesting("propose");
        assertThat(thread.requesting("agree", "proposal", act("propose", 3)).effect())
                .isEqualTo("no-proposal-open");

        thread.requested("suggest");
        assertThat(thread.state()).isEqualTo("TheirProposal");
        assertThat(thread.requested("accept", "proposal", act("suggest", 5)).effect())
                .isEqualTo("no-proposal-open");
        assertThat(thread.requesting("agree", "proposal", act("suggest", 5)).state())
                .isEqualTo("Agreed");
    }

    @Test
    void what_is_agreed_is_the_proposal_that_was_read_and_not_one_made_meanwhile() {
        replied(thread).requesting("propose").requesting("propose");

        assertThat(thread.requested("accept", "proposal", act("propose", 3)).effect())
                .isEqualTo("other-proposal");
        assertThat(thread.requested("accept", "proposal", act("propose", 4)).state())
                .isEqualTo("Agreed");
    }

    @Test
    void a_proposal_that_was_taken_back_is_not_agreed() {
        replied(thread).requesting("propose").requesting("take-off");

        assertThat(thread.requested("accept", "proposal", act("propose", 3)).effect())
                .isEqualTo("no-proposal-open");
        assertThat(thread.state()).isEqualTo("Replied");
    }

    @Test
    void they_do_not_agree_and_each_goes_on() {
        replied(thread).requested("suggest").requesting("no-agreement");

        assertThat(thread.state()).isEqualTo("NotAgreed");
        assertThat(thread.requesting("agree", "proposal", act("suggest", 3)).effect())
                .isEqualTo("ended");
    }

    @Test
    void who_has_no_such_case_says_so_and_ends_it() {
        consulted(thread).requested("decline");

        assertThat(thread.state()).isEqualTo("NotOurs");
    }

    @Test
    void both_may_ask_at_once() {
        replied(thread).requesting("inquire").requested("ask");
        assertThat(thread.state()).isEqualTo("FactsAsked");
        thread.requesting("answer");
        assertThat(thread.state()).isEqualTo("TheyAsked");
        assertThat(thread.requested("explain").state()).isEqualTo("Replied");
    }

    @Test
    void it_is_withdrawn_until_it_is_agreed() {
        replied(thread).requesting("withdraw");

        assertThat(thread.state()).isEqualTo("Withdrawn");
    }

    @Test
    void an_agreement_that_crosses_the_proposal_taken_back_is_answered_in_either_order() {
        var taken = replied(PlayedThread.of(PROCEDURE)).requesting("propose").requesting("take-off");
        var agreed = replied(PlayedThread.of(PROCEDURE)).requesting("propose");

        assertThat(taken.requested("accept", "proposal", act("propose", 3)).state())
                .isEqualTo("Replied");
        assertThat(agreed.requested("accept", "proposal", act("propose", 3))
                        .requesting("take-off")
                        .state())
                .isEqualTo("Agreed");
    }

    @Test
    void of_two_proposals_that_cross_the_later_one_is_open() {
        assertThat(PlayedThread.crossing(
                        PROCEDURE,
                        ConsultationMovesTest::replied,
                        it -> it.requesting("propose"),
                        it -> it.requested("suggest")))
                .containsExactly("TheirProposal", "OurProposal");
    }

    private static PlayedThread consulted(PlayedThread thread) {
        return thread.requesting("consult").requested("acknowledge");
    }

    private static PlayedThread replied(PlayedThread thread) {
        return consulted(thread).requested("reply");
    }

    /** The id of the act of this type that was said as the n-th, from 0. */
    private static String act(String type, int n) {
        return Digests.sha256((type + n).getBytes(UTF_8));
    }
}
