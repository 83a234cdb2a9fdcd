package org.comity.capacity.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
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
import java.util.stream.IntStream;
import org.comity.capacity.matching.ExplainedNeed;
import org.comity.capacity.matching.ExplainedProposal;
import org.comity.capacity.matching.Obstacle;
import org.comity.capacity.matching.ReasonSentence;
import org.comity.capacity.matching.RoundSolution.PlacedUnits;
import org.comity.capacity.rounds.RoundRows.Solving;
import org.comity.capacity.rounds.TellingReasons.NotTold;
import org.comity.casework.CaseAccess;
import org.comity.casework.SeatedAuthorities;
import org.comity.casework.WorkingMessages;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.ledger.Ledger;
import org.comity.procedure.RequestRow;
import org.comity.ui.Language;
import org.comity.ui.words.WordsForTests;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
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
    private final SeatedAuthorities seated = mock(SeatedAuthorities.class);
    private final TellingReasons telling = new TellingReasons(
            rows,
            new AddressedReasons(listed, directory, seated, WordsForTests.load()),
            messages,
            WordsForTests.load(),
            mock(CaseAccess.class),
            mock(Ledger.class),
            Clock.fixed(NOON, ZoneOffset.UTC));

    @BeforeEach
    void round() {
        var left = new RoundReasons(
                List.of(),
                List.of(
                        new ExplainedNeed("XM-1", 2, "language", Map.of(Obstacle.LANGUAGE, 3, Obstacle.UPKEEP, 1), 0),
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
        assertThat(telling.tell("2027-1", 1, BY)).isEqualTo(new NotTold(1, List.of("XN-1"), List.of()));
        assertThat(WordsForTests.load().say(Language.ENGLISH, "rounds.told.left", "n", 0, "needs", "XN-1"))
                .startsWith("Nobody was told.")
                .contains("prepare a letter for XN-1");

        assertThat(said("XM-1"))
                .contains("2027-1", "XM-1", "بلغة يتابعها", "بالترجمة الشفوية: 3 عروض")
                .doesNotContain("capacity.", "rounds.", "XN-1");
    }

    /** Those in seats read it below the thread ({@code ReasonsInSeatsTest}). */
    @Test
    void a_state_in_a_seat_needs_no_letter() {
        when(seated.reads("XN-1")).thenReturn(true);

        assertThat(telling.tell("2027-1", 1, BY)).isEqualTo(new NotTold(2, List.of(), List.of()));
        assertThat(telling.letters("2027-1", 1, BY)).isEmpty();
    }

    @Test
    void a_state_with_neither_reads_the_same_in_its_language_on_paper() {
        assertThat(telling.letters("2027-1", 1, BY)).singleElement().satisfies(it -> {
            assertThat(it.need()).isEqualTo("XN-1");
            assertThat(it.language()).isEqualTo(arabic());
            assertThat(it.head()).contains("2027-1", "XN-1", "احتياجكم");
            assertThat(it.lines())
                    .containsExactly(WordsForTests.load().say(arabic(), "capacity.unmet.kind", "left", 1));
        });
    }

    /** Which State's need comes next is for the Secretariat alone. */
    @Test
    void a_state_reads_why_an_offer_is_proposed_to_it_and_never_whose_need_comes_next() {
        solved(new RoundReasons(List.of(proposal("XM-1", 1)), List.of(), List.of()));

        telling.tell("2027-1", 1, BY);
        assertThat(said("XM-1"))
                .contains("XP-7", "XP-8")
                .contains(WordsForTests.load().say(arabic(), "capacity.match.after", "severity", 3, "months", 14))
                .doesNotContain("XQ-9", "capacity.");
    }

    @Test
    void what_one_message_does_not_hold_is_not_left_out_in_silence() {
        var more = WordsForTests.load().say(arabic(), "rounds.told.more");
        solved(new RoundReasons(
                IntStream.range(0, 100).mapToObj(it -> proposal("XM-1", it)).toList(), List.of(), List.of()));

        telling.tell("2027-1", 1, BY);
        assertThat(said("XM-1")).hasSizeLessThanOrEqualTo(4_000).endsWith(more);
    }

    @Test
    void a_need_of_which_no_thread_is_here_is_named() {
        when(listed.needs(any())).thenReturn(Map.of());

        var left = telling.tell("2027-1", 1, BY);
        assertThat(left.unknown()).containsExactlyInAnyOrder("XM-1", "XN-1");
        assertThat(RoundsController.told(left).facts()).containsEntry("unknown", String.join(", ", left.unknown()));
        assertThat(RoundsController.told(left).kind()).isEqualTo("amber");
    }

    /** Also while the newer one still waits for its second officer. */
    @Test
    void an_older_solving_is_told_to_nobody() {
        var left = new RoundReasons(List.of(), List.of(), List.of());
        for (var approvedBy : new String[] {null, "tolva"}) {
            when(rows.solvings("2027-1")).thenReturn(List.of(solving(1, left, "tolva"), solving(2, left, approvedBy)));
            refused("round.older");
        }
        verify(rows, never()).told(anyString(), anyInt(), any());
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

    private String said(String need) {
        var said = ArgumentCaptor.forClass(String.class);
        verify(messages).write(eq("thread-" + need), said.capture(), any());
        return said.getValue();
    }

    private void solved(RoundReasons reasons) {
        when(rows.solvings("2027-1")).thenReturn(List.of(solving(reasons, "tolva")));
    }

    private static Language arabic() {
        return Language.of("ar").orElseThrow();
    }

    /** Before the need XQ-9. */
    private static ExplainedProposal proposal(String need, int units) {
        return new ExplainedProposal(
                new PlacedUnits(need, "XP-7", units),
                sentence("capacity.match.proposed", Map.of("offer", "XP-7", "need", need, "units", units)),
                List.of(),
                List.of(),
                sentence(
                        "capacity.match.next", Map.of("offer", "XP-8", "points", 2.5, "side", "lower", "part", "mode")),
                sentence("capacity.match.after", Map.of("severity", 3, "months", 14)),
                "XQ-9");
    }

    private static ReasonSentence sentence(String key, Map<String, Object> slots) {
        return new ReasonSentence(key, slots);
    }

    private static Solving solving(RoundReasons reasons, @Nullable String approvedBy) {
        return solving(1, reasons, approvedBy);
    }

    private static Solving solving(int number, RoundReasons reasons, @Nullable String approvedBy) {
        return new Solving(
                "2027-1",
                number,
                NOON,
                new byte[0],
                reasons.json(),
                new byte[0],
                "maren",
                approvedBy,
                NOON,
                null,
                null,
                "");
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
