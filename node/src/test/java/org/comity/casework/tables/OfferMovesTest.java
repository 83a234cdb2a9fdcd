package org.comity.casework.tables;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.comity.proof.form.Digests;
import org.junit.jupiter.api.Test;

/** An offer in sentences of the field; what it shares with a need is {@link NeedMovesTest}. */
class OfferMovesTest {

    private static final String UNTIL = "2028-06-01T00:00:00Z";

    private final PlayedThread thread = PlayedThread.of("capacity-offer/1");

    @Test
    void it_is_looked_at_and_then_on_the_list() {
        assertThat(thread.requesting("submit").requested("return").state()).isEqualTo("Returned");
        assertThat(thread.requested("admit", "until", UNTIL).effect()).isEqualTo("already-returned");
        assertThat(thread.requesting("amend").requested("admit", "until", UNTIL).state())
                .isEqualTo("Open");
    }

    @Test
    void what_is_paused_is_proposed_to_nobody_and_what_was_agreed_stands() {
        listed();
        assertThat(thread.requesting("pause").state()).isEqualTo("Paused");
        assertThat(thread.requested("propose").effect()).isEqualTo("paused");
        assertThat(thread.requesting("resume").requested("propose").state()).isEqualTo("Proposed");
    }

    @Test
    void both_say_yes_and_nobody_for_the_other() {
        listed();
        var proposal = Digests.sha256("propose2".getBytes(UTF_8));
        thread.requested("propose");
        assertThat(thread.requested("accept", "proposal", proposal).effect()).isEqualTo("wrong-role");
        thread.requesting("accept", "proposal", proposal);
        assertThat(thread.state()).isEqualTo("SaidYes");
        assertThat(thread.requested("state-accepts", "proposal", proposal).state())
                .isEqualTo("Open");
        assertThat(thread.requested("state-report").effect()).isEqualTo("effective");
    }

    @Test
    void a_change_is_looked_at_anew() {
        listed();
        assertThat(thread.requesting("amend").state()).isEqualTo("Submitted");
    }

    private void listed() {
        thread.requesting("submit").requested("admit", "until", UNTIL);
        assertThat(thread.state()).isEqualTo("Open");
    }
}
