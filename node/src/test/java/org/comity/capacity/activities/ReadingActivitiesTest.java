package org.comity.capacity.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.procedure.Requests.Page;
import org.comity.proof.act.Envelope;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An activity does not leave the published file, the board and its own page because many others came after it. */
class ReadingActivitiesTest {

    private final Requests requests = mock(Requests.class);
    private final Threads threads = mock(Threads.class);
    private final ActivityNameRows names = mock(ActivityNameRows.class);
    private final ReadingActivities reading = new ReadingActivities(requests, threads, names);

    @BeforeEach
    void twoPages() {
        var newer = row("t-2", "XM-2");
        var older = row("t-1", "XM-1");
        when(requests.list(any(), any(), isNull(), anyInt())).thenReturn(new Page(List.of(newer), "on"));
        when(requests.list(any(), any(), eq("on"), anyInt())).thenReturn(new Page(List.of(older), null));
        when(requests.ofReferences(any(), any(), eq(List.of("XM-1")), any())).thenReturn(List.of(older));
        var acts = List.of(act("t-1", "submit", Map.of("title", "The oldest")), act("t-2", "submit", Map.of()));
        when(threads.effective(any())).thenReturn(acts);
    }

    @Test
    void all_are_read_to_the_last_page() {
        assertThat(reading.all(Role.REQUESTED, "maren"))
                .extracting(SharedActivity::title)
                .containsExactly("", "The oldest");
    }

    @Test
    void one_is_found_by_its_reference_without_reading_the_others() {
        assertThat(reading.find("XM-1", Role.REQUESTED, "maren"))
                .get()
                .satisfies(it -> assertThat(it.title()).isEqualTo("The oldest"));
        verify(requests, never()).list(any(), any(), any(), anyInt());
    }

    @Test
    void one_that_has_a_name_is_found_by_it_alone() {
        var acts = List.of(
                act("t-1", "submit", Map.of("title", "The oldest")),
                act("t-1", "take-up", Map.of("activity", "2027-1-course")));
        when(threads.effective(any())).thenReturn(acts);
        when(names.of("2027-1-course")).thenReturn(Map.of("t-1", "XM-1"));

        assertThat(reading.find("2027-1-course", Role.REQUESTED, "maren")).isPresent();
        assertThat(reading.find("XM-1", Role.REQUESTED, "maren")).isEmpty();
    }

    @Test
    void the_page_of_one_that_has_a_name_reads_no_thread_of_another() {
        var acts = List.of(
                act("t-1", "submit", Map.of("title", "The oldest")),
                act("t-1", "take-up", Map.of("activity", "2027-1-course")));
        when(threads.effective(any())).thenReturn(acts);
        when(names.of("2027-1-course")).thenReturn(Map.of("t-1", "XM-1"));

        assertThat(reading.find("2027-1-course", Role.REQUESTED, "maren")).isPresent();
        verify(requests, never()).list(any(), any(), any(), anyInt());
        verify(threads).effective(List.of("t-1"));
    }

    @Test
    void names_from_before_they_were_kept_are_kept_after_the_start() {
        var acts = List.of(
                act("t-1", "submit", Map.of("title", "The oldest")),
                act("t-1", "take-up", Map.of("activity", "2027-1-course")));
        when(threads.effective(any())).thenReturn(acts);

        new KeepingPastNames(requests, threads, names).all();

        verify(names, times(Role.values().length)).put("t-1", "XM-1", "2027-1-course");
        verify(names, never()).put(eq("t-2"), any(), any());
    }

    @Test
    void what_has_a_name_already_is_not_read_again_at_each_start() {
        when(names.kept(List.of("t-2", "t-1"))).thenReturn(Set.of("t-1", "t-2"));

        new KeepingPastNames(requests, threads, names).all();

        verify(threads, never()).effective(any());
        verify(names, never()).put(any(), any(), any());
    }

    @Test
    void names_from_before_are_looked_for_once_for_all() {
        var past = new KeepingPastNames(requests, threads, names);
        past.all();
        verify(names).keptPast();

        when(names.pastAreKept()).thenReturn(true);
        clearInvocations(requests);
        past.all();

        verify(requests, never()).list(any(), any(), any(), anyInt());
    }

    @Test
    void names_from_before_are_looked_for_again_where_that_was_broken_off() {
        when(threads.effective(any())).thenThrow(new IllegalStateException("the node stops"));

        assertThatThrownBy(() -> new KeepingPastNames(requests, threads, names).all())
                .hasMessage("the node stops");

        verify(names, never()).keptPast();
    }

    /** The register of names may lag behind the acts, which decide. */
    @Test
    void a_side_is_of_no_activity_whose_name_it_does_not_say() {
        when(names.of("2027-1-course")).thenReturn(Map.of("t-1", "XM-1"));

        assertThat(reading.find("2027-1-course", Role.REQUESTED, "maren")).isEmpty();
    }

    private static RequestRow row(String thread, String reference) {
        RequestRow row = mock();
        when(row.thread()).thenReturn(thread);
        when(row.reference()).thenReturn(reference);
        return row;
    }

    private static KeptAct act(String thread, String type, Map<String, Object> said) {
        Envelope envelope = mock();
        when(envelope.type()).thenReturn(type);
        when(envelope.role()).thenReturn("requesting");
        KeptAct act = mock();
        when(act.id()).thenReturn(thread + type);
        when(act.thread()).thenReturn(thread);
        when(act.envelope()).thenReturn(envelope);
        when(act.said()).thenReturn(said);
        when(act.at()).thenReturn(Instant.EPOCH);
        return act;
    }
}
