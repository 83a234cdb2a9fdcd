package org.comity.casework.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.proof.table.ActFacts;
import org.comity.proof.table.MoveTable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever was asked wrongly says for whom it is, in every procedure of two States and in no file. */
class RedirectMovesTest {

    private static final String ACT = "a".repeat(64);

    static Stream<Moves> ofTwoStates() {
        return ProceduresTest.procedures()
                .filter(it -> it.parties() == null && it.acts().containsKey("acknowledge"));
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("ofTwoStates")
    void before_it_is_taken_up_it_ends_for_both_and_afterwards_it_does_not(Moves moves) {
        var table = new MovesTable(moves).table();
        var opener = table.steps().get(table.opening()).by().iterator().next();
        var other = opener.equals("requesting") ? "requested" : "requesting";
        for (var open : opened(moves)) {
            assertThat(said(table, open, "redirect", opener).effect()).isEqualTo("wrong-role");
            redirects(table, open, other);
            var received = said(table, open, "acknowledge", other);
            if (received.effect().equals(MoveTable.EFFECTIVE)) {
                redirects(table, received.state(), other);
            }
        }
    }

    private static void redirects(MoveTable table, Map<String, Object> from, String by) {
        var redirected = said(table, from, "redirect", by);
        assertThat(redirected.effect()).as("%s", from).isEqualTo(MoveTable.EFFECTIVE);
        assertThat(redirected.state()).containsEntry("name", "Redirected");
        assertThat(table.ended()).contains("Redirected");
        assertThat(said(table, redirected.state(), "redirect", by).effect()).isEqualTo("ended");
    }

    private static List<Map<String, Object>> opened(Moves moves) {
        return ProceduresTest.explored(moves).steps().stream()
                .filter(it -> it.from().isEmpty())
                .map(Explored.Step::to)
                .distinct()
                .toList();
    }

    private static MoveTable.Folded said(MoveTable table, Map<String, Object> from, String type, String role) {
        return table.fold(from, new ActFacts(ACT, type, role, Map.of()));
    }

    @Test
    void what_was_taken_up_is_nobody_elses_any_more() {
        var kept = PlayedThread.of("preservation/1").requesting("request").requested("accept");
        assertThat(kept.requested("redirect").effect()).isEqualTo("taken-up");
        assertThat(kept.state()).isEqualTo("Accepted");

        var passed = PlayedThread.of("information/1").requesting("request").requested("pass");
        assertThat(passed.requested("redirect").effect()).isEqualTo("taken-up");
    }

    @Test
    void an_open_question_does_not_hinder_it_unless_the_request_was_taken_up_before() {
        var asked = PlayedThread.of("preservation/1").requesting("request").requested("ask");
        assertThat(asked.state()).isEqualTo("FactsAsked");
        assertThat(asked.requested("redirect").state()).isEqualTo("Redirected");

        var later = PlayedThread.of("preservation/1")
                .requesting("request")
                .requested("accept")
                .requested("ask");
        assertThat(later.requested("redirect").effect()).isEqualTo("taken-up");
        assertThat(later.state()).isEqualTo("FactsAsked");

        var beside = PlayedThread.of("assistance/1").requesting("request").requested("ask");
        assertThat(beside.requested("redirect").state()).isEqualTo("Redirected");
    }

    @Test
    void it_crosses_a_withdrawal_and_either_is_an_end() {
        assertThat(PlayedThread.crossing(
                        "freezing/1",
                        it -> it.requesting("request"),
                        it -> it.requesting("withdraw"),
                        it -> it.requested("redirect")))
                .containsExactly("Withdrawn", "Redirected");
    }

    /** Information that came to the wrong State is known there all the same. */
    @Test
    void a_table_that_says_it_itself_keeps_its_own() {
        var given = PlayedThread.of("spontaneous/1").requested("inform", "how", "given", "limits", "asked");

        assertThat(given.requesting("redirect").state()).isEqualTo("Redirected");
        assertThat(given.requesting("exculpatory").effect()).isEqualTo(MoveTable.EFFECTIVE);
        assertThat(given.requested("lift-limits").effect()).isEqualTo(MoveTable.EFFECTIVE);
    }

    @Test
    void in_a_joint_thread_who_is_invited_declines() {
        assertThat(ProceduresTest.procedures().filter(it -> it.parties() != null))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.acts()).doesNotContainKey("redirect"));
    }
}
