package org.comity.casework.tables;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.comity.proof.form.Digests;
import org.junit.jupiter.api.Test;

/** Return and disposal in sentences of the field; that every cell has its answer is {@link ProceduresTest}. */
class DisposalMovesTest {

    private static final String OTHER = "c".repeat(64);

    private final PlayedThread thread = PlayedThread.of("disposal/1").requesting("request");

    /** The act of that number in a thread, the opening one being the first, as the played thread names it. */
    private static String act(String type, int n) {
        return Digests.sha256((type + (n - 1)).getBytes(UTF_8));
    }

    private PlayedThread agreed() {
        return thread.requested("offer-terms").requesting("accept-terms", "terms", act("offer-terms", 2));
    }

    @Test
    void terms_are_offered_accepted_transferred_in_two_parts_confirmed_and_accounted_for() {
        assertThat(agreed().state()).isEqualTo("Agreed");
        assertThat(thread.requested("account").effect()).isEqualTo("not-transferred");
        assertThat(thread.requested("transfer", "part", "partial").state()).isEqualTo("PartlyTransferred");
        assertThat(thread.requesting("confirm").state()).isEqualTo("PartlyTransferred");
        assertThat(thread.requested("transfer", "part", "whole").state()).isEqualTo("Transferred");
        assertThat(thread.requesting("confirm").state()).isEqualTo("Confirmed");
        assertThat(thread.requested("account").effect()).isEqualTo("effective");
        assertThat(thread.requested("close").state()).isEqualTo("Closed");
        assertThat(thread.requesting("used").effect()).isEqualTo("effective");
    }

    @Test
    void other_terms_are_proposed_and_accepted() {
        thread.requested("offer-terms").requesting("counter-terms");
        assertThat(thread.state()).isEqualTo("TermsCountered");
        assertThat(thread.requested("accept-counter", "terms", act("counter-terms", 3))
                        .state())
                .isEqualTo("Agreed");
        assertThat(thread.requested("offer-terms").effect()).isEqualTo("already-agreed");
    }

    @Test
    void nobody_agrees_to_terms_that_were_changed_meanwhile() {
        thread.requested("offer-terms").requested("offer-terms");

        assertThat(thread.requesting("accept-terms", "terms", act("offer-terms", 2))
                        .effect())
                .isEqualTo("other-terms");
        assertThat(thread.state()).isEqualTo("TermsOffered");
        assertThat(thread.requesting("accept-terms", "terms", act("offer-terms", 3))
                        .state())
                .isEqualTo("Agreed");
    }

    @Test
    void without_terms_there_is_nothing_to_accept_and_nothing_is_transferred() {
        assertThat(thread.requesting("accept-terms", "terms", OTHER).effect()).isEqualTo("no-terms-offered");
        assertThat(thread.requested("transfer", "part", "whole").effect()).isEqualTo("terms-not-agreed");
        assertThat(thread.requesting("close").effect()).isEqualTo("terms-not-agreed");
    }

    @Test
    void what_did_not_arrive_is_owed_again() {
        agreed().requested("transfer", "part", "whole");
        assertThat(thread.requesting("not-arrived").state()).isEqualTo("Agreed");
        assertThat(thread.requesting("confirm").effect()).isEqualTo("not-transferred");
        assertThat(thread.requested("transfer", "part", "whole").state()).isEqualTo("Transferred");
        assertThat(thread.requested("transfer", "part", "whole").effect()).isEqualTo("already-transferred");
    }

    @Test
    void it_is_refused_withdrawn_or_disposed_of_otherwise_before_terms_are_agreed_and_not_after() {
        for (var end : new String[] {"refuse", "dispose"}) {
            assertThat(PlayedThread.of("disposal/1")
                            .requesting("request")
                            .requested(end)
                            .state())
                    .isIn("Refused", "Disposed");
        }
        agreed();
        assertThat(thread.requested("refuse").effect()).isEqualTo("already-agreed");
        assertThat(thread.requested("dispose").effect()).isEqualTo("already-agreed");
        assertThat(thread.requesting("withdraw").effect()).isEqualTo("already-agreed");
    }

    @Test
    void a_withdrawal_and_an_offer_that_cross_end_withdrawn() {
        assertThat(PlayedThread.crossing(
                        "disposal/1",
                        it -> it.requesting("request"),
                        it -> it.requesting("withdraw"),
                        it -> it.requested("offer-terms")))
                .containsExactly("Withdrawn", "Withdrawn");
    }
}
