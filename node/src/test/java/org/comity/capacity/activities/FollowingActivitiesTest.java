package org.comity.capacity.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.database.PracticeDatabase;
import org.comity.thread.ActRegistered;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A side of an activity is found by the name that it was given last, until its words are deleted. */
class FollowingActivitiesTest {

    @Test
    void the_name_given_last_stands_until_its_words_are_deleted() throws Exception {
        var names = new ActivityNameRows(JdbcClient.create(PracticeDatabase.emptied("capacity", 8)));
        var threads = mock(Threads.class);
        var following = new FollowingActivities(threads, names);
        var first = act("take-up", "effective", "2027-1-course");
        var second = act("take-up", "effective", "2027-2-course");
        var refused = act("take-up", "no-such-step", "2027-3-course");

        when(threads.everyAct("t-1")).thenReturn(Stream.of(first));
        following.registered(event("take-up"));
        assertThat(names.of("2027-1-course")).isEqualTo(Map.of("t-1", "XM-1"));

        when(threads.everyAct("t-1")).thenReturn(Stream.of(first, second, refused));
        following.registered(event("take-up"));
        assertThat(names.of("2027-1-course")).isEmpty();
        assertThat(names.of("2027-2-course")).containsOnlyKeys("t-1");
        following.registered(event("plan"));
        assertThat(names.kept(List.of("t-1", "t-2"))).containsExactly("t-1");

        assertThat(names.pastAreKept()).isFalse();
        names.keptPast();
        names.keptPast();
        assertThat(names.pastAreKept()).isTrue();

        following.forgetting(act("plan", "effective", ""));
        assertThat(names.of("2027-2-course")).isNotEmpty();
        following.forgetting(second);
        assertThat(names.of("2027-2-course")).isEmpty();
    }

    private static ActRegistered event(String type) {
        var event = mock(ActRegistered.class, RETURNS_DEEP_STUBS);
        when(event.thread().procedure()).thenReturn("capacity-activity/1");
        when(event.thread().id()).thenReturn("t-1");
        when(event.thread().reference()).thenReturn("XM-1");
        when(event.act().envelope().type()).thenReturn(type);
        return event;
    }

    private static KeptAct act(String type, String effect, String name) {
        var act = mock(KeptAct.class, RETURNS_DEEP_STUBS);
        when(act.thread()).thenReturn("t-1");
        when(act.effect()).thenReturn(effect);
        when(act.envelope().type()).thenReturn(type);
        when(act.said()).thenReturn(Map.of("activity", name));
        return act;
    }
}
