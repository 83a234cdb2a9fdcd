package org.comity.capacity.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.comity.capacity.matching.ExplainedNeed;
import org.comity.capacity.matching.Obstacle;
import org.comity.capacity.rounds.RoundRows.ToldRound;
import org.comity.casework.NoticesForSeats.Notice;
import org.comity.casework.PersonInSeat;
import org.comity.procedure.RequestRow;
import org.comity.ui.Language;
import org.comity.ui.words.WordsForTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A State in a seat reads below the thread of its need why a round did what it did, and nothing of another State's need. */
class ReasonsInSeatsTest {

    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");
    private static final PersonInSeat PERSON = new PersonInSeat("s-1", "XN-1", "Ana Lorn");

    private final RoundRows rows = mock(RoundRows.class);
    private final ListedHelp listed = mock(ListedHelp.class);
    private final RequestRow ours = row("thread-1", "XN-1");
    private final RequestRow theirs = row("thread-2", "XM-1");
    private final ReasonsInSeats reasons = in(true);

    @BeforeEach
    void told() {
        var left = new RoundReasons(
                List.of(),
                List.of(
                        new ExplainedNeed("N-1", 2, "language", Map.of(Obstacle.LANGUAGE, 3), 0),
                        new ExplainedNeed("M-1", 1, "kind", Map.of(), 0)),
                List.of());
        var round = new ToldRound("2027-1", left.json(), NOON.plus(Duration.ofDays(14)));
        when(rows.toldOf("N-1")).thenReturn(List.of(round));
        when(rows.toldToAnswer(NOON)).thenReturn(List.of(round));
        when(listed.isNeed(ours)).thenReturn(true);
        when(ours.reference()).thenReturn("N-1");
        when(listed.needs(any())).thenReturn(Map.of("N-1", ours, "M-1", theirs));
    }

    @Test
    void what_was_told_stands_below_the_thread_of_the_need() {
        assertThat(reasons.of(ours, Language.ENGLISH)).singleElement().satisfies(it -> {
            assertThat(it.label()).contains("Round 2027-1", "N-1");
            assertThat(it.paragraphs())
                    .hasSize(2)
                    .first()
                    .asString()
                    .contains("2 units have no offer", "in a language that your people follow");
        });
    }

    @Test
    void where_a_person_begins_the_own_need_is_named_for_as_long_as_can_be_answered() {
        assertThat(reasons.notices(PERSON))
                .containsExactly(new Notice(
                        "/seat/threads/thread-1",
                        "rounds.seat.proposed",
                        0,
                        "rounds.seat.why",
                        "rounds.seat.days",
                        14));
    }

    @Test
    void a_thread_that_the_round_did_not_mean_has_nothing_below_it() {
        when(listed.needs(any())).thenReturn(Map.of("N-1", theirs));
        assertThat(reasons.of(ours, Language.ENGLISH)).isEmpty();
        assertThat(in(false).of(ours, Language.ENGLISH)).isEmpty();
        assertThat(in(false).notices(PERSON)).isEmpty();
    }

    private ReasonsInSeats in(boolean kept) {
        return new ReasonsInSeats(
                rows, listed, new ConfiguredList(kept), WordsForTests.load(), Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private static RequestRow row(String thread, String counterpart) {
        var row = mock(RequestRow.class);
        when(row.thread()).thenReturn(thread);
        when(row.counterpart()).thenReturn(counterpart);
        return row;
    }
}
