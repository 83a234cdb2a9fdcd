package org.comity.capacity.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.capacity.KeptList;
import org.comity.capacity.ThreadWithActs;
import org.comity.casework.CaseAccess;
import org.comity.casework.Compartments;
import org.comity.procedure.RequestRow;
import org.comity.procedure.form.ActContent;
import org.comity.thread.ActRegistered;
import org.comity.thread.Threads;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Answers;

/** What the desk is told on each of its pages is not read anew for each of them. */
class HoldingActivitiesTest {

    private static final Instant NOON = Instant.parse("2027-06-01T12:00:00Z");
    private static final Official MAREN = new Official("maren", "M. Okell", "A7K2", Set.of(Duty.DUTY_OFFICER));

    private final ReadingActivities reading = mock();
    private final KeptList kept = mock();
    private final CaseAccess access = mock();
    private final Compartments compartments = mock(Answers.CALLS_REAL_METHODS);

    @BeforeEach
    void one() {
        when(access.mayWrite(any())).thenReturn(true);
        when(compartments.hiddenFrom(anyString())).thenReturn(Set.of());
        var activity = started("t1");
        when(reading.all(any(), anyString())).thenReturn(List.of(activity));
        when(reading.are("capacity-activity/1")).thenReturn(true);
    }

    @Test
    void many_pages_of_the_desk_read_all_activities_once_a_minute() {
        var holding = at(NOON);

        assertThat(holding.waiting(MAREN)).isEqualTo(2);
        assertThat(holding.waiting(MAREN)).isEqualTo(2);
        verify(reading, times(1)).all(any(), anyString());
    }

    @Test
    void what_is_said_just_now_counts_at_once_and_other_procedures_do_not_matter() {
        var holding = at(NOON);
        holding.waiting(MAREN);
        holding.registered(of("preservation/1"));
        holding.waiting(MAREN);
        verify(reading, times(1)).all(any(), anyString());

        when(reading.all(any(), anyString())).thenReturn(List.of());
        holding.registered(of("capacity-activity/1"));
        assertThat(holding.waiting(MAREN)).isZero();
    }

    @Test
    void what_is_closed_to_an_official_is_not_counted_for_this_one() {
        when(compartments.hiddenFrom("maren")).thenReturn(Set.of("t1"));
        when(reading.all(any(), eq("maren"))).thenReturn(List.of());

        assertThat(at(NOON).waiting(MAREN)).isZero();
    }

    /** Who is named for a closed activity is the only one who can say what it waits for. */
    @Test
    void who_is_named_for_a_closed_one_is_told_of_it_and_nobody_else_is() {
        var other = new Official("ruben", "R. Sand", "B7K2", Set.of(Duty.DUTY_OFFICER));
        var closed = started("t1");
        when(compartments.hiddenFrom(anyString())).thenReturn(Set.of("t1"));
        when(compartments.hiddenFrom("maren")).thenReturn(Set.of());
        when(reading.all(any(), anyString())).thenReturn(List.of());
        when(reading.all(any(), eq("maren"))).thenReturn(List.of(closed));
        var holding = at(NOON);

        assertThat(holding.waiting(other)).isZero();
        assertThat(holding.waiting(MAREN)).isEqualTo(2);
        assertThat(holding.waiting(other)).isZero();
    }

    private HoldingActivities at(Instant now) {
        return new HoldingActivities(
                reading,
                mock(PublishedActivities.class),
                _ -> List.of(),
                kept,
                access,
                compartments,
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private static ActRegistered of(String procedure) {
        var thread = mock(Threads.Thread.class);
        when(thread.procedure()).thenReturn(procedure);
        var event = mock(ActRegistered.class);
        when(event.thread()).thenReturn(thread);
        return event;
    }

    /** Ninety-two days ago: two of its follow-ups are due. */
    private static SharedActivity started(String thread) {
        RequestRow row = mock();
        when(row.thread()).thenReturn(thread);
        var acts = List.of(
                new ActContent("1", "submit", Map.of("part", "recipient", "title", "Training"), NOON, Role.REQUESTING),
                new ActContent("2", "start", Map.of("day", "2027-03-01"), NOON, Role.REQUESTING));
        return new SharedActivity("", List.of(new ActivitySide(new ThreadWithActs(row, acts))));
    }
}
