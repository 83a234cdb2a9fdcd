package org.comity.capacity.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.capacity.matching.ExplainedNeed;
import org.comity.capacity.matching.Obstacle;
import org.comity.capacity.rounds.RoundRows.Solving;
import org.comity.casework.CaseAccess;
import org.comity.casework.WorkingMessages;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.ledger.Ledger;
import org.comity.procedure.RequestRow;
import org.comity.ui.words.WordsForTests;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

/** A State reads why its need found nothing, and what would change it, in its own language and in its own thread. */
class TellingReasonsTest {

    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");
    private static final Official BY = new Official("maren", "I. Maren", "o-1", Set.of(Duty.DUTY_OFFICER));

    private final RoundRows rows = mock(RoundRows.class);
    private final ListedHelp listed = mock(ListedHelp.class);
    private final WorkingMessages messages = mock(WorkingMessages.class);
    private final Directory directory = mock(Directory.class);
    private final TellingReasons telling = new TellingReasons(
            rows,
            listed,
            messages,
            directory,
            WordsForTests.load(),
            mock(CaseAccess.class),
            mock(Ledger.class),
            Clock.fixed(NOON, ZoneOffset.UTC));

    @BeforeEach
    void round() {
        var left = new RoundReasons(
                List.of(),
                List.of(
                        new ExplainedNeed("XM-1", 2, "language", Map.of(Obstacle.LANGUAGE, 3, Obstacle.EXCLUDED, 1), 0),
                        new ExplainedNeed("XN-1", 1, "kind", Map.of(), 0)),
                List.of());
        when(rows.solvings("2027-1")).thenReturn(List.of(solving(left, "tolva")));
        when(rows.told(anyString(), anyInt(), any())).thenReturn(true);
        var atNode = row("XM-1", "XM-1");
        var withoutNode = row("XN-1", "XN-1");
        when(listed.needs(any())).thenReturn(Map.of("XM-1", atNode, "XN-1", withoutNode));
        var state = state(true);
        var seated = state(false);
        when(directory.find("XM-1")).thenReturn(Optional.of(state));
        when(directory.find("XN-1")).thenReturn(Optional.of(seated));
    }

    @Test
    void each_state_with_a_node_is_told_in_its_language_and_the_others_are_named() {
        assertThat(telling.tell("2027-1", 1, BY)).containsExactly("XN-1");

        var said = ArgumentCaptor.forClass(String.class);
        verify(messages).write(org.mockito.ArgumentMatchers.eq("thread-XM-1"), said.capture(), any());
        assertThat(said.getValue())
                .contains("2027-1", "XM-1", "بلغة يتابعها", "بالترجمة الشفوية: 3 عروض")
                .doesNotContain("capacity.", "rounds.", "XN-1");
    }

    @Test
    void what_no_second_officer_approved_or_what_was_told_before_is_told_to_nobody() {
        when(rows.told(anyString(), anyInt(), any())).thenReturn(false);
        refused("round.told");
        when(rows.solvings("2027-1"))
                .thenReturn(List.of(solving(new RoundReasons(List.of(), List.of(), List.of()), null)));
        refused("round.unknown");
        verify(messages, never()).write(anyString(), anyString(), any());
    }

    private void refused(String code) {
        assertThatExceptionOfType(RoundNotPossible.class)
                .isThrownBy(() -> telling.tell("2027-1", 1, BY))
                .satisfies(it -> assertThat(it.code()).isEqualTo(code));
    }

    private static Solving solving(RoundReasons reasons, @org.jspecify.annotations.Nullable String approvedBy) {
        return new Solving(
                "2027-1", 1, NOON, new byte[0], reasons.json(), new byte[0], "maren", approvedBy, NOON, null);
    }

    private static RequestRow row(String reference, String counterpart) {
        var row = mock(RequestRow.class);
        when(row.thread()).thenReturn("thread-" + reference);
        when(row.counterpart()).thenReturn(counterpart);
        return row;
    }

    private static Participant state(boolean hasNode) {
        var state = mock(Participant.class);
        when(state.hasNode()).thenReturn(hasNode);
        when(state.languages()).thenReturn(List.of("pt", "ar-EG", "en"));
        return state;
    }
}
