package org.comity.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.comity.casework.Emergencies;
import org.comity.casework.UntakenHandovers;
import org.comity.identity.DutyRota;
import org.comity.notification.AlarmSettings.Step;
import org.comity.notification.AlarmSettings.Who;
import org.comity.notification.KeptAlarmCall.Key;
import org.comity.procedure.RequestRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One request, note or step that cannot be planned keeps nobody from being told of the others. */
class PlanningAlarmCallsTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    private final Emergencies emergencies = mock();
    private final AlarmCallRows rows = mock();
    private final DutyRota rota = mock();
    private final UntakenHandovers handovers = mock();
    private final PlanningAlarmCalls planning = planning(step(Who.CONTACT_POINT), step(Who.SECOND_OFFICER));

    private PlanningAlarmCalls planning(Step... steps) {
        var settings = new AlarmSettings(
                List.of(steps), Duration.ofHours(1), Duration.ofMinutes(15), 60, null, Duration.ofSeconds(10));
        return new PlanningAlarmCalls(
                emergencies, mock(), rows, settings, rota, handovers, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @BeforeEach
    void two_requests() {
        var both = List.of(request("one"), request("two"));
        when(emergencies.newestUnacknowledged()).thenReturn(both);
        when(rows.planned(any())).thenReturn(Set.of());
        when(rota.now()).thenReturn(Optional.empty());
        when(handovers.written(any(), any())).thenReturn(List.of());
    }

    @Test
    void one_step_of_one_request_fails_alone_and_until_it_is_right_again_it_is_said() {
        doThrow(new IllegalStateException("broken")).when(rows).plan(key("one", Who.CONTACT_POINT), eq(true), any());

        assertThat(planning.plan()).isTrue();

        told("one", Who.SECOND_OFFICER);
        told("two", Who.CONTACT_POINT);
        told("two", Who.SECOND_OFFICER);
        assertThat(planning.failed()).isTrue();

        doNothing().when(rows).plan(any(), eq(true), any());
        planning.plan();
        assertThat(planning.failed()).isFalse();
    }

    @Test
    void a_list_or_the_rota_that_cannot_be_read_keeps_no_other_back() {
        when(rota.now()).thenThrow(new IllegalStateException("broken"));
        when(emergencies.newestUnacknowledged()).thenThrow(new IllegalStateException("broken"));
        var late = request("late");
        when(emergencies.overdue(any(), any())).thenReturn(List.of(late));
        when(handovers.written(any(), any())).thenReturn(List.of(new UntakenHandovers.Untaken(7, NOW)));

        assertThat(planning.plan()).isTrue();

        told("late", Who.CONTACT_POINT);
        verify(rows).plan(key("handover-7", Who.CONTACT_POINT), eq(false), any());
        assertThat(planning.failed()).isTrue();
    }

    @Test
    void what_is_written_down_leaves_though_the_rota_that_is_all_there_is_cannot_be_read() {
        assertThat(planning().plan()).as("nobody is told at all").isFalse();
        when(rota.now()).thenThrow(new IllegalStateException("broken"));

        assertThat(planning().plan()).isTrue();
    }

    private void told(String thread, Who who) {
        verify(rows).plan(key(thread, who), eq(true), any());
    }

    private static Key key(String thread, Who who) {
        return argThat(it -> it != null && it.thread().equals(thread) && it.who() == who);
    }

    private static Step step(Who who) {
        return new Step(who, Duration.ofMinutes(3), List.of("duty@xa.example"), null, null);
    }

    private static RequestRow request(String thread) {
        RequestRow row = mock();
        when(row.thread()).thenReturn(thread);
        when(row.emergency()).thenReturn(true);
        when(row.turnSince()).thenReturn(NOW.minus(Duration.ofHours(1)));
        return row;
    }
}
