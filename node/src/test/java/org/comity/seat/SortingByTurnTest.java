package org.comity.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.RequestRow.Turn;
import org.comity.procedure.Requests;
import org.comity.procedure.StepsOnOffer;
import org.comity.procedure.StepsOnOffer.Pace;
import org.comity.seat.SeatPagesView.OneTurn;
import org.comity.seat.SeatPagesView.Waiting;
import org.comity.thread.Procedure;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where a person in a seat begins: what is to be done now, life at risk first, then by the date that the file says. */
class SortingByTurnTest {

    private static final Instant NOW = Instant.parse("2027-01-01T12:00:00Z");

    private final Requests requests = mock();
    private final Procedures procedures = mock();
    private final Threads threads = mock();
    private final StepsOnOffer steps = mock();
    private final SeatOfPerson seat = mock();
    private final SortingByTurn sorting = new SortingByTurn(requests, procedures, threads);

    @BeforeEach
    void each_opening_asks_for_an_answer_by_what_its_body_says() {
        var procedure = mock(KnownProcedure.class);
        when(procedures.of(any())).thenReturn(procedure);
        when(procedure.opener()).thenReturn(Role.REQUESTING);
        when(procedure.steps()).thenReturn(steps);
        when(steps.pace(any())).thenReturn(Pace.REQUEST);
        when(steps.askedFor(any())).thenAnswer(it -> {
            Map<String, Object> body = it.getArgument(0);
            return body.isEmpty() ? null : Instant.parse(body.get("by").toString());
        });
    }

    @Test
    void what_is_yours_stands_first_with_life_at_risk_and_then_the_nearest_date() {
        pages(
                List.of(
                        row("none", Turn.THEIRS, false, null),
                        row("ends", Turn.THEIRS, false, NOW.plus(Duration.ofDays(3))),
                        row("asked", Turn.THEIRS, false, NOW.plus(Duration.ofDays(1))),
                        row("risk", Turn.THEIRS, true, null)),
                List.of(row("done", Turn.NOBODY, false, null), row("host", Turn.OURS, false, null)));
        opened(Map.of("asked", NOW.plus(Duration.ofDays(2))));

        var read = sorting.read(seat, null, null, new SeatJointThreads.Now(List.of(), false), Locale.ENGLISH);

        assertThat(read.groups()).extracting(OneTurn::whose).containsExactly("yours", "host", "nobody");
        var yours = read.groups().getFirst().lines();
        assertThat(yours).extracting(it -> it.line().thread()).containsExactly("risk", "asked", "ends", "none");
        assertThat(yours.get(1))
                .extracting(Waiting::by, Waiting::asked)
                .containsExactly(NOW.plus(Duration.ofDays(2)), true);
        assertThat(yours.get(2))
                .extracting(Waiting::by, Waiting::asked)
                .containsExactly(NOW.plus(Duration.ofDays(3)), false);
        assertThat(read.groups().get(1).lines())
                .extracting(it -> it.line().thread())
                .containsExactly("host");
    }

    @Test
    void where_the_pace_of_the_state_looks_at_no_day_that_was_asked_for_its_end_counts() {
        when(steps.pace(any())).thenReturn(Pace.STEP);
        pages(List.of(row("asked", Turn.THEIRS, false, NOW.plus(Duration.ofDays(3)))), List.of());
        opened(Map.of("asked", NOW.plus(Duration.ofDays(2))));

        var read = sorting.read(seat, null, null, new SeatJointThreads.Now(List.of(), false), Locale.ENGLISH);

        assertThat(read.groups().getFirst().lines())
                .singleElement()
                .extracting(Waiting::by, Waiting::asked)
                .containsExactly(NOW.plus(Duration.ofDays(3)), false);
    }

    @Test
    void what_is_looked_up_does_not_grow_with_the_threads() {
        var many = java.util.stream.IntStream.range(0, 40)
                .mapToObj(it -> row("t" + it, Turn.THEIRS, false, null))
                .toList();
        pages(many, List.of());
        opened(Map.of());

        sorting.read(seat, null, null, new SeatJointThreads.Now(List.of(), false), Locale.ENGLISH);

        verify(threads, times(1)).openings(anyCollection());
        verify(threads, times(1)).find(anyCollection());
    }

    private void pages(List<RequestRow> waiting, List<RequestRow> all) {
        when(requests.list(any(), any(), any(), anyInt())).thenReturn(new Requests.Page(waiting, "more"));
        when(seat.confirmed()).thenReturn(true);
        when(seat.authority()).thenReturn("XD-1");
        when(requests.notWaitingFor(any(), any(), anyInt())).thenReturn(new Requests.Page(all, null));
    }

    private void opened(Map<String, Instant> asked) {
        var acts = asked.entrySet().stream()
                .map(it -> {
                    var act = mock(KeptAct.class);
                    when(act.thread()).thenReturn(it.getKey());
                    when(act.body()).thenReturn(Map.of("by", it.getValue().toString()));
                    return act;
                })
                .toList();
        var found = asked.keySet().stream()
                .map(it -> new Threads.Thread(
                        it,
                        "some/1",
                        "XA-1",
                        "XD-1",
                        Role.REQUESTING,
                        true,
                        false,
                        mock(Procedure.State.class),
                        1,
                        null,
                        NOW,
                        NOW))
                .toList();
        when(threads.openings(anyCollection())).thenReturn(acts);
        when(threads.find(anyCollection())).thenReturn(found);
    }

    private static RequestRow row(String thread, Turn turn, boolean emergency, @Nullable Instant until) {
        return new RequestRow(
                thread,
                "XA-2027-000001",
                "some/1",
                "XD-1",
                Role.REQUESTING,
                "logs",
                "Requested",
                until,
                turn,
                null,
                NOW,
                NOW,
                null,
                false,
                emergency,
                false,
                Channel.SEAT,
                null,
                null,
                false,
                "",
                "",
                null,
                Map.of(),
                "XA-1",
                false,
                false,
                null,
                null,
                false);
    }
}
