package org.comity.casework.tables;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.comity.proof.form.Digests;
import org.junit.jupiter.api.Test;

/** A need in sentences of the field; that every cell has its answer is {@link ProceduresTest}. */
class NeedMovesTest {

    private static final String LATER = "2029-01-01T00:00:00Z";
    private static final String UNTIL = "2028-06-01T00:00:00Z";

    private final PlayedThread thread = PlayedThread.of("capacity-need/1");
    private int acts;

    @Test
    void the_secretariat_admits_nothing_that_the_focal_point_has_not_confirmed() {
        requesting("submit");

        assertThat(requested("admit", "until", UNTIL).effect()).isEqualTo("not-authenticated");
        requesting("authenticate");
        assertThat(requested("admit", "until", UNTIL).state()).isEqualTo("Open");
    }

    @Test
    void what_was_sent_back_or_changed_is_confirmed_anew() {
        requesting("submit");
        requesting("authenticate");
        requested("return");
        assertThat(requesting("amend").state()).isEqualTo("Submitted");
        assertThat(requested("admit", "until", UNTIL).effect()).isEqualTo("not-authenticated");

        listedFrom();
        assertThat(requesting("amend").state()).isEqualTo("Submitted");
    }

    @Test
    void nothing_is_agreed_until_both_said_yes_in_whichever_order() {
        listed();
        var proposal = proposed();
        assertThat(requesting("accept", "proposal", proposal).state()).isEqualTo("SaidYes");
        assertThat(requesting("follow-up").effect()).isEqualTo("nothing-agreed");
        assertThat(requested("provider-accepts", "proposal", proposal).state()).isEqualTo("Open");
        assertThat(requesting("follow-up").effect()).isEqualTo("effective");

        var second = proposed();
        assertThat(requested("provider-accepts", "proposal", second).state()).isEqualTo("ProviderSaidYes");
        assertThat(requesting("accept", "proposal", second).state()).isEqualTo("Open");
    }

    @Test
    void a_decline_of_either_leaves_the_need_on_the_list() {
        listed();
        var first = proposed();
        requesting("accept", "proposal", first);
        assertThat(requested("provider-declines", "proposal", first).state()).isEqualTo("Open");
        var second = proposed();
        assertThat(requesting("decline", "proposal", second).state()).isEqualTo("Open");
        assertThat(requesting("follow-up").effect()).isEqualTo("nothing-agreed");
    }

    @Test
    void silence_is_recorded_and_agrees_to_nothing() {
        listed();
        var proposal = proposed();
        requested("provider-accepts", "proposal", proposal);
        assertThat(requested("no-answer", "proposal", proposal).state()).isEqualTo("Open");
        assertThat(requested("provider-report").effect()).isEqualTo("nothing-agreed");
        assertThat(requesting("accept", "proposal", proposal).effect()).isEqualTo("no-proposal");
    }

    @Test
    void an_answer_to_an_older_proposal_is_none() {
        listed();
        var first = proposed();
        requesting("decline", "proposal", first);
        proposed();
        assertThat(requesting("accept", "proposal", first).effect()).isEqualTo("other-proposal");
        assertThat(thread.state()).isEqualTo("Proposed");
    }

    @Test
    void it_runs_out_only_if_nobody_renewed_it() {
        listed();
        assertThat(requesting("renew", "until", "2028-01-01T00:00:00Z").effect())
                .isEqualTo("not-later");
        requesting("renew", "until", LATER);
        assertThat(requested("expire", "until", UNTIL).effect()).isEqualTo("renewed-meanwhile");
        assertThat(requested("expire", "until", LATER).state()).isEqualTo("Expired");
    }

    @Test
    void a_yes_and_a_decline_that_cross_end_the_same_in_either_order() {
        listed();
        var proposal = proposed();
        requesting("accept", "proposal", proposal);
        requested("provider-declines", "proposal", proposal);
        assertThat(thread.state()).isEqualTo("Open");

        var other = new NeedMovesTest();
        other.listed();
        var same = other.proposed();
        other.requested("provider-declines", "proposal", same);
        other.requesting("accept", "proposal", same);
        assertThat(other.thread.state()).isEqualTo("Open");
    }

    @Test
    void what_was_agreed_is_followed_up_after_the_end_too_by_both() {
        listed();
        var proposal = proposed();
        requesting("accept", "proposal", proposal);
        requested("provider-accepts", "proposal", proposal);
        requesting("close");
        assertThat(requesting("follow-up").effect()).isEqualTo("effective");
        assertThat(requested("provider-report").effect()).isEqualTo("effective");
        assertThat(thread.state()).isEqualTo("Closed");
    }

    @Test
    void either_side_can_end_what_is_not_on_the_list() {
        requesting("submit");
        assertThat(requested("set-aside").state()).isEqualTo("SetAside");

        var other = new NeedMovesTest();
        other.requesting("submit");
        assertThat(other.requesting("withdraw").state()).isEqualTo("Withdrawn");
    }

    private void listed() {
        requesting("submit");
        listedFrom();
    }

    private void listedFrom() {
        requesting("authenticate");
        requested("admit", "until", UNTIL);
        assertThat(thread.state()).isEqualTo("Open");
    }

    /** @return the proposal's id, as {@link PlayedThread} gives it */
    private String proposed() {
        var id = Digests.sha256(("propose" + acts).getBytes(UTF_8));
        assertThat(requested("propose").state()).isEqualTo("Proposed");
        return id;
    }

    private PlayedThread requesting(String type, String... facts) {
        acts++;
        return thread.requesting(type, facts);
    }

    private PlayedThread requested(String type, String... facts) {
        acts++;
        return thread.requested(type, facts);
    }
}
