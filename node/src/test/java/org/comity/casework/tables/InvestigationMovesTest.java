package org.comity.casework.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A joint investigation of three and four States in sentences of the field; that every cell has its answer is {@link ProceduresTest}. */
class InvestigationMovesTest {

    private static final String PROCEDURE = "joint-investigation/1";
    private static final String FIRST = "2027-06-30T00:00:00Z";
    private static final String LATER = "2027-12-31T00:00:00Z";

    private final PlayedJointThread thread = PlayedJointThread.of(PROCEDURE);

    @Test
    void an_agreement_counts_once_every_state_has_approved_this_very_text() {
        three(thread).says("XA-1", "draft", "until", FIRST);
        var text = thread.act();

        assertThat(thread.says("XA-1", "approve", "draft", text).state()).isEqualTo("TextOpen");
        assertThat(thread.says("XB-1", "approve", "draft", text).state()).isEqualTo("TextOpen");
        assertThat(thread.says("XB-1", "approve", "draft", text).effect()).isEqualTo("already-said");
        assertThat(thread.says("XC-1", "approve", "draft", text).state()).isEqualTo("Running");
        assertThat(thread.beside("text")).isEqualTo(text);
        assertThat(thread.beside("until")).isEqualTo(FIRST);
    }

    @Test
    void a_text_that_is_amended_is_approved_anew_by_all() {
        three(thread).says("XA-1", "draft", "until", FIRST);
        var text = thread.act();
        thread.says("XA-1", "approve", "draft", text).says("XB-1", "approve", "draft", text);
        thread.says("XC-1", "draft", "until", LATER);
        var amended = thread.act();

        assertThat(thread.says("XC-1", "approve", "draft", text).effect()).isEqualTo("other-text");
        thread.says("XC-1", "approve", "draft", amended).says("XA-1", "approve", "draft", amended);
        assertThat(thread.state()).isEqualTo("TextOpen");
        assertThat(thread.says("XB-1", "approve", "draft", amended).state()).isEqualTo("Running");
    }

    @Test
    void an_approval_and_an_amendment_that_cross_never_bind_to_what_was_not_read() {
        for (var each : PlayedJointThread.crossing(
                PROCEDURE,
                it -> {
                    three(it).says("XA-1", "draft", "until", FIRST);
                    var text = it.act();
                    it.says("XA-1", "approve", "draft", text).says("XB-1", "approve", "draft", text);
                },
                it -> it.says("XC-1", "approve", "draft", (String) it.beside("draft")),
                it -> it.says("XB-1", "draft", "until", LATER))) {
            // Approved first, the change waits for all; amended first, the approval names the text on the table by
            // then.
            assertThat(each.state()).isIn("ChangeOpen", "TextOpen");
            assertThat(each.joint().parties()).hasSize(3);
        }
    }

    @Test
    void a_change_leaves_the_agreed_text_in_force_until_all_have_approved_it() {
        running(thread);
        var agreed = thread.beside("text");
        thread.says("XB-1", "draft", "until", LATER);
        var change = thread.act();
        thread.says("XB-1", "approve", "draft", change).says("XA-1", "approve", "draft", change);

        assertThat(thread.state()).isEqualTo("ChangeOpen");
        assertThat(thread.beside("text")).isEqualTo(agreed);
        assertThat(thread.says("XA-1", "take-back", "draft", change).state()).isEqualTo("Running");
        assertThat(thread.beside("until")).isEqualTo(FIRST);
    }

    @Test
    void the_period_is_renewed_by_all_and_only_to_a_later_end() {
        running(thread);

        assertThat(thread.says("XB-1", "renew", "until", FIRST).effect()).isEqualTo("not-a-later-end");
        thread.says("XB-1", "renew", "until", LATER);
        var renewal = thread.act();
        assertThat(thread.state()).isEqualTo("RenewalOpen");
        for (var each : List.of("XA-1", "XB-1", "XC-1")) thread.says(each, "approve-renewal", "renewal", renewal);
        assertThat(thread.state()).isEqualTo("Running");
        assertThat(thread.beside("until")).isEqualTo(LATER);
    }

    @Test
    void a_later_state_comes_in_with_the_consent_of_all_and_approves_what_is_open() {
        running(thread);
        thread.says("XA-1", "invite", "party", "XD-1", "as", "member", "shown", "from-here");
        var invitation = thread.act();
        assertThat(thread.says("XD-1", "join", "invitation", invitation).effect())
                .isEqualTo("not-agreed");
        thread.says("XB-1", "consent", "invitation", invitation).says("XC-1", "consent", "invitation", invitation);
        assertThat(thread.says("XD-1", "join", "invitation", invitation).effect())
                .isEqualTo("effective");

        thread.says("XA-1", "draft", "until", LATER);
        var text = thread.act();
        for (var each : List.of("XA-1", "XB-1", "XC-1")) thread.says(each, "approve", "draft", text);
        assertThat(thread.state()).isEqualTo("ChangeOpen");
        assertThat(thread.says("XD-1", "approve", "draft", text).state()).isEqualTo("Running");
    }

    @Test
    void when_the_only_state_that_had_not_approved_leaves_the_others_can_go_on() {
        three(thread).says("XA-1", "draft", "until", FIRST);
        var text = thread.act();
        thread.says("XA-1", "approve", "draft", text).says("XB-1", "approve", "draft", text);

        assertThat(thread.says("XC-1", "leave").state()).isEqualTo("TextOpen");
        assertThat(thread.says("XA-1", "approve", "draft", text).state()).isEqualTo("Running");
        assertThat(thread.says("XA-1", "leave").effect()).isEqualTo("keeper-stays");
    }

    @Test
    void an_observer_answers_clauses_and_approves_nothing() {
        three(thread).comes("XA-1", "XO-1", "observer").says("XA-1", "draft", "until", FIRST);
        var text = thread.act();

        assertThat(thread.says("XO-1", "remark").effect()).isEqualTo("effective");
        assertThat(thread.says("XO-1", "approve", "draft", text).effect()).isEqualTo("wrong-role");
        for (var each : List.of("XA-1", "XB-1", "XC-1")) thread.says(each, "approve", "draft", text);
        assertThat(thread.state()).isEqualTo("Running");
    }

    /** Before there is a text, and after the only one was taken back, there are no clauses. */
    @Test
    void clauses_are_answered_of_a_text_alone() {
        assertThat(three(thread).says("XB-1", "remark").effect()).isEqualTo("no-text-open");
        thread.says("XA-1", "draft", "until", FIRST);
        var text = thread.act();
        assertThat(thread.says("XB-1", "remark").effect()).isEqualTo("effective");
        assertThat(thread.says("XA-1", "take-back", "draft", text)
                        .says("XB-1", "remark")
                        .effect())
                .as("they crossed")
                .isEqualTo("no-text-open");
        assertThat(thread.says("XB-1", "meet").effect()).isEqualTo("effective");
    }

    @Test
    void it_ends_each_says_what_remains_and_the_host_closes() {
        running(thread);

        assertThat(thread.says("XB-1", "remains").effect()).isEqualTo("not-over-yet");
        assertThat(thread.says("XB-1", "end").effect()).isEqualTo("wrong-role");
        thread.says("XA-1", "end").says("XB-1", "remains").says("XC-1", "remains");
        assertThat(thread.state()).isEqualTo("Settling");
        assertThat(thread.says("XA-1", "close").state()).isEqualTo("Closed");
        assertThat(thread.says("XB-1", "remains").effect()).isEqualTo("ended");
        assertThat(thread.says("XB-1", "leave").effect()).isEqualTo("effective");
    }

    /** Whoever is first: all three approvals in any order come to the same state. */
    @Test
    void approvals_come_to_the_same_in_any_order() {
        var random = new Random(48);
        for (int i = 0; i < 50; i++) {
            var each = PlayedJointThread.of(PROCEDURE);
            three(each).says("XB-1", "draft", "until", FIRST);
            var text = each.act();
            var order = new ArrayList<>(List.of("XA-1", "XB-1", "XC-1"));
            Collections.shuffle(order, random);
            order.forEach(it -> each.says(it, "approve", "draft", text));
            assertThat(each.state()).as("%s", order).isEqualTo("Running");
            assertThat(each.joint().said()).isEmpty();
        }
    }

    private static PlayedJointThread three(PlayedJointThread thread) {
        return thread.says("XA-1", "propose").comes("XA-1", "XB-1", "member").comes("XA-1", "XC-1", "member");
    }

    private static void running(PlayedJointThread thread) {
        three(thread).says("XA-1", "draft", "until", FIRST);
        var text = thread.act();
        for (var each : List.of("XA-1", "XB-1", "XC-1")) thread.says(each, "approve", "draft", text);
        assertThat(thread.state()).isEqualTo("Running");
    }
}
