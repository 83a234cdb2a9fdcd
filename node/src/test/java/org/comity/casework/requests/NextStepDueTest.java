package org.comity.casework.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.comity.assistance.PracticeAssistance;
import org.comity.casework.AnnouncedRequests;
import org.comity.procedure.RequestRow;
import org.comity.procedure.RequestRow.Turn;
import org.comity.procedure.StepsOnOffer;
import org.comity.procedure.StepsOnOffer.Pace;
import org.comity.thread.ActRegistered;
import org.comity.thread.Procedure;
import org.comity.thread.Threads;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** By when our next step is due: the stricter of our own aim and what they asked. */
class NextStepDueTest {

    private static final Instant NOW = Instant.parse("2026-11-24T13:47:00Z");

    private final Threads threads = mock(Threads.class);
    private final StepsOnOffer steps = mock(StepsOnOffer.class);
    private final Procedure.State state = mock(Procedure.State.class);
    private final ActRegistered registered = mock(ActRegistered.class, RETURNS_DEEP_STUBS);

    @BeforeEach
    void a_request_has_come() {
        when(threads.acts(anyString(), anyInt())).thenReturn(List.of());
        when(steps.pace(any())).thenReturn(Pace.REQUEST);
        when(registered.state()).thenReturn(state);
        when(registered.before()).thenReturn(null);
        when(registered.act().envelope().role()).thenReturn("requesting");
    }

    @Test
    void a_far_day_that_they_asked_for_does_not_put_off_our_first_answer() {
        var due = due(aims(Duration.ofHours(1)), NOW.plus(Duration.ofDays(20)));

        assertThat(due.by()).isEqualTo(NOW.plus(Duration.ofHours(1)));
        assertThat(due.asked()).isFalse();
    }

    @Test
    void what_they_asked_counts_where_it_is_sooner() {
        var due = due(aims(Duration.ofHours(1)), NOW.plus(Duration.ofMinutes(20)));

        assertThat(due.by()).isEqualTo(NOW.plus(Duration.ofMinutes(20)));
        assertThat(due.asked()).isTrue();
    }

    @Test
    void what_is_not_acknowledged_is_due_in_this_shift_whatever_we_aim_at() {
        assertThat(due(aims(Duration.ofDays(5)), NOW.plus(Duration.ofDays(20))).by())
                .isEqualTo(NOW.plus(Duration.ofHours(12)));
        assertThat(due(aims(Duration.ofDays(5)), null).by()).isEqualTo(NOW.plus(Duration.ofHours(12)));
    }

    @Test
    void the_request_that_we_announced_is_due_on_its_day_and_comes_before_more_time() {
        var until = NOW.plus(Duration.ofDays(64));
        when(steps.until(state)).thenReturn(until);
        when(steps.followsAnnounced(state)).thenReturn(true);
        var offered = List.of("ask-extension", "withdraw");

        var awaited = asking(true);
        assertThat(awaited.next(offered)).isEqualTo("announced");
        assertThat(awaited.by()).isEqualTo("2026-12-15T23:59:59Z");

        var made = asking(false);
        assertThat(made.next(offered)).isEqualTo("ask-extension");
        assertThat(made.by()).isEqualTo(until.minus(Duration.ofDays(14)));
    }

    @Test
    void once_it_is_made_their_decision_is_awaited_and_no_more_time_asked_for() {
        var until = NOW.plus(Duration.ofDays(64));
        when(steps.until(state)).thenReturn(until);
        when(steps.followsAnnounced(state)).thenReturn(true);
        AnnouncedRequests made = new AnnouncedRequests() {
            @Override
            public boolean awaited(RequestRow preservation, Map<String, Object> opening) {
                return false;
            }

            @Override
            public boolean undecided(RequestRow preservation) {
                return true;
            }
        };
        var day = new NextStepDue(aims(Duration.ofHours(1)), threads, made)
                .of(row(Role.REQUESTING), steps, registered, Turn.OURS, Map.of("intent", true), NOW);

        assertThat(day.next(List.of("ask-extension", "withdraw"))).isEqualTo("awaited");
        assertThat(day.by()).isEqualTo(until.minus(Duration.ofDays(14)));
    }

    @Test
    void what_is_asked_for_on_an_expedited_basis_is_due_before_what_is_not() {
        assertThat(decided(Map.of()).by()).isEqualTo(NOW.plus(Duration.ofDays(7)));
        assertThat(decided(Map.of("expedited", "vulnerable")).by()).isEqualTo(NOW.plus(Duration.ofDays(1)));
        assertThat(decided(Map.of(
                                "expedited",
                                "vulnerable",
                                "answerBy",
                                NOW.plusSeconds(60).toString()))
                        .by())
                .isEqualTo(NOW.plusSeconds(60));
    }

    /** A request for assistance that was received and waits for a decision. */
    private NextStepDue.Day decided(Map<String, Object> opening) {
        when(steps.pace(any())).thenReturn(Pace.DECIDING);
        when(steps.askedFor(opening)).thenReturn(PracticeAssistance.steps().askedFor(opening));
        when(steps.urgent(opening)).thenReturn(PracticeAssistance.steps().urgent(opening));
        return new NextStepDue(aims(Duration.ofHours(1)), threads, (row, body) -> false)
                .of(row(Role.REQUESTED), steps, registered, Turn.OURS, opening, NOW);
    }

    private NextStepDue.Day asking(boolean awaited) {
        AnnouncedRequests announced = (row, opening) -> awaited;
        return new NextStepDue(aims(Duration.ofHours(1)), threads, announced)
                .of(
                        row(Role.REQUESTING),
                        steps,
                        registered,
                        Turn.OURS,
                        Map.of("intent", true, "followUp", "2026-12-15"),
                        NOW);
    }

    private NextStepDue.Day due(OurAims aims, Instant asked) {
        var opening = asked == null ? Map.<String, Object>of() : Map.<String, Object>of("answerBy", asked.toString());
        when(steps.askedFor(opening)).thenReturn(asked);
        return new NextStepDue(aims, threads, (row, body) -> false)
                .of(row(Role.REQUESTED), steps, registered, Turn.OURS, opening, NOW);
    }

    private static OurAims aims(Duration firstAnswer) {
        return new OurAims(Duration.ofMinutes(10), firstAnswer, Duration.ofHours(6), Duration.ofDays(1), 7, 30, 14, 14);
    }

    private static RequestRow row(Role ours) {
        return new RequestRow(
                "t",
                "XB-2026-000001",
                "preservation/1",
                "XB-1",
                ours,
                "logs",
                "Sent",
                null,
                Turn.THEIRS,
                null,
                NOW,
                NOW,
                null,
                false,
                false,
                false,
                Channel.NODE,
                null,
                null,
                false,
                "",
                "",
                null,
                Map.of(),
                "XB-1",
                false,
                false,
                null,
                null,
                false);
    }
}
