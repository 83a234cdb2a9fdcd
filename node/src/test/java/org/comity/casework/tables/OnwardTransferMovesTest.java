package org.comity.casework.tables;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.comity.proof.form.Digests;
import org.junit.jupiter.api.Test;

/** Passing personal data on in sentences of the field; that every cell has its answer is {@link ProceduresTest}. */
class OnwardTransferMovesTest {

    private final PlayedThread thread = PlayedThread.of("onward-transfer/1").requesting("ask-onward");

    @Test
    void nothing_is_passed_on_before_it_is_authorised_and_each_time_is_told() {
        assertThat(thread.requesting("onward").effect()).isEqualTo("not-authorised");
        thread.requested("acknowledge").requested("ask");
        assertThat(thread.state()).isEqualTo("FactsAsked");
        assertThat(thread.requesting("answer").state()).isEqualTo("Received");

        assertThat(thread.requested("authorise-onward").state()).isEqualTo("Authorised");
        assertThat(thread.requesting("onward").effect()).isEqualTo("effective");
        assertThat(thread.requesting("onward").effect()).isEqualTo("effective");
        assertThat(thread.requesting("close").state()).isEqualTo("Closed");
        assertThat(thread.requesting("onward").effect()).isEqualTo("ended");
    }

    @Test
    void conditions_bind_once_exactly_they_are_accepted() {
        thread.requested("offer-terms");
        assertThat(thread.requesting("onward").effect()).isEqualTo("not-authorised");
        thread.requested("offer-terms");

        assertThat(thread.requesting("accept-terms", "offer", act("offer-terms", 1))
                        .effect())
                .isEqualTo("other-terms");
        assertThat(thread.requesting("accept-terms", "offer", act("offer-terms", 3))
                        .state())
                .isEqualTo("Authorised");
    }

    @Test
    void conditions_that_are_not_accepted_leave_it_to_be_decided_anew() {
        thread.requested("offer-terms");
        assertThat(thread.requesting("decline-terms", "offer", act("offer-terms", 1))
                        .state())
                .isEqualTo("Received");

        assertThat(thread.requested("refuse-onward").state()).isEqualTo("Refused");
        assertThat(thread.requesting("onward").effect()).isEqualTo("ended");
    }

    @Test
    void an_authorisation_is_ended_for_what_is_to_come_and_what_went_before_is_still_told() {
        thread.requested("authorise-onward").requested("revoke-onward");
        assertThat(thread.state()).isEqualTo("Revoked");
        assertThat(thread.requested("revoke-onward").effect()).isEqualTo("already-revoked");

        assertThat(thread.requesting("onward").effect()).as("told late").isEqualTo("effective");
        assertThat(thread.requested("close").state()).isEqualTo("Closed");
    }

    @Test
    void a_refusal_and_a_withdrawal_that_cross_end_as_the_register_has_them() {
        assertThat(PlayedThread.crossing(
                        "onward-transfer/1",
                        it -> it.requesting("ask-onward"),
                        it -> it.requesting("withdraw"),
                        it -> it.requested("authorise-onward")))
                .containsExactly("Withdrawn", "Authorised");
    }

    private static String act(String type, int n) {
        return Digests.sha256((type + n).getBytes(UTF_8));
    }
}
