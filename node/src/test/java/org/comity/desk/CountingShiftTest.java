package org.comity.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.casework.Compartments;
import org.comity.identity.DutyRota;
import org.comity.ledger.Ledger;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.proof.act.Envelope;
import org.comity.thread.Threads;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told of a shift is counted from its own beginning, and counts nothing that whoever comes may not see. */
class CountingShiftTest {

    private static final Instant NOW = Instant.parse("2026-12-23T20:00:00Z");
    private static final Instant BEGAN = NOW.minus(Duration.ofHours(8));

    private final Requests requests = mock();
    private final Threads threads = mock();
    private final Procedures procedures = mock();
    private final Compartments compartments = mock(Compartments.class, CALLS_REAL_METHODS);
    private final Ledger ledger = mock();
    private final DutyRota rota = mock();
    private final CountingShift counting = new CountingShift(requests, threads, procedures, compartments, ledger, rota);

    @BeforeEach
    void nothing_happened() {
        when(requests.list(any(), any(), any(), anyInt())).thenReturn(new Requests.Page(List.of(), null));
        doReturn(Set.of()).when(compartments).hiddenFrom(any());
        var watch = new DutyRota.Watch("okell", "O. Kell", BEGAN, NOW.plusSeconds(60), "", "");
        when(rota.now()).thenReturn(Optional.of(new DutyRota.Now(List.of(watch), null, null)));
    }

    @Test
    void arrived_is_what_others_ask_of_us_and_acknowledged_is_where_we_said_something() {
        var answered = row("t1", Role.REQUESTED, false);
        var silent = row("t2", Role.REQUESTED, false);
        var ours = row("t3", Role.REQUESTING, false);
        KnownProcedure procedure = mock();
        when(procedure.opener()).thenReturn(Role.REQUESTING);
        when(procedures.find(any())).thenReturn(Optional.of(procedure));
        when(requests.arrived(BEGAN, NOW, Compartments.ANYBODY, ShiftFigures.MOST))
                .thenReturn(List.of(arrived(answered), arrived(silent), arrived(ours)));
        var theirs = act("t2", "requesting");
        var said = act("t1", "requested");
        when(threads.effective(List.of("t1", "t2"))).thenReturn(List.of(said, theirs));

        var figures = counting.of("okell", NOW);
        assertThat(figures.since()).isEqualTo(BEGAN);
        assertThat(figures.arrived()).isEqualTo(2);
        assertThat(figures.acknowledged()).isEqualTo(1);
    }

    @Test
    void past_our_aim_is_what_is_ours_to_do_and_late_and_no_drill() {
        var late = row("t1", Role.REQUESTED, false);
        var drill = row("t2", Role.REQUESTED, true);
        var inTime = row("t3", Role.REQUESTED, false);
        when(late.dueBy()).thenReturn(NOW.minusSeconds(1));
        when(drill.dueBy()).thenReturn(NOW.minusSeconds(1));
        when(inTime.dueBy()).thenReturn(NOW.plusSeconds(1));
        when(requests.list(any(), eq(Requests.Order.DUE), any(), anyInt()))
                .thenReturn(new Requests.Page(List.of(late, drill, inTime), null));
        assertThat(counting.of("okell", NOW).pastAim()).isEqualTo(1);
    }

    @Test
    void what_left_in_a_closed_request_or_a_drill_is_not_counted_as_sent() {
        recorded("act.queued", "a1", "a2", "a3");
        recorded("letter.sent", "t4");
        recorded("calls.taken-down", "call-1", "call-2");
        var open = row("t1", Role.REQUESTED, false);
        var closed = row("t2", Role.REQUESTED, false);
        var drill = row("t3", Role.REQUESTED, true);
        var posted = row("t4", Role.REQUESTING, false);
        var acts = List.of(act("t1", "requested"), act("t2", "requested"), act("t3", "requested"));
        when(threads.acts(Set.of("a1", "a2", "a3"))).thenReturn(acts);
        when(requests.ofThreads(List.of("t1", "t2", "t3"))).thenReturn(List.of(open, closed, drill));
        when(requests.ofThreads(List.of("t4"))).thenReturn(List.of(posted));
        doReturn(Set.of("t2")).when(compartments).hiddenFrom(Compartments.ANYBODY);

        var figures = counting.of("okell", NOW);
        assertThat(figures.sent()).isEqualTo(2);
        assertThat(figures.calls()).isEqualTo(2);
        assertThat(figures.cut()).isFalse();
    }

    @Test
    void where_no_rota_is_kept_the_last_twelve_hours_are_the_shift() {
        when(rota.now()).thenReturn(Optional.empty());
        assertThat(counting.of("okell", NOW).since()).isEqualTo(NOW.minus(Duration.ofHours(12)));
    }

    private void recorded(String what, String... subjects) {
        var lines = java.util.Arrays.stream(subjects)
                .map(it -> new Ledger.Line(1, NOW, null, what, it, Map.of(), ""))
                .toList();
        when(ledger.seek(
                        argThat(it -> it != null
                                && it.whats().equals(List.of(what))
                                && BEGAN.equals(it.from())
                                && NOW.equals(it.until())),
                        any(),
                        anyInt()))
                .thenReturn(lines);
    }

    private static Requests.Arrived arrived(RequestRow row) {
        return new Requests.Arrived(row, NOW);
    }

    private static RequestRow row(String thread, Role role, boolean drill) {
        var row = mock(RequestRow.class);
        when(row.thread()).thenReturn(thread);
        when(row.procedure()).thenReturn("disclosure/1");
        when(row.ourRole()).thenReturn(role);
        when(row.drill()).thenReturn(drill);
        return row;
    }

    private static Threads.KeptAct act(String thread, String role) {
        var act = mock(Threads.KeptAct.class);
        var envelope = mock(Envelope.class);
        when(act.thread()).thenReturn(thread);
        when(act.envelope()).thenReturn(envelope);
        when(envelope.role()).thenReturn(role);
        return act;
    }
}
