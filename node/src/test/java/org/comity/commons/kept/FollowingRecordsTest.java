package org.comity.commons.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.thread.ActRegistered;
import org.comity.thread.Threads;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

/** A collection keeps what is sent in earnest. */
class FollowingRecordsTest {

    private static final Instant CAME = Instant.parse("2026-03-01T12:00:00Z");

    private final Threads threads = mock(Threads.class);
    private final KeptRows rows = mock(KeptRows.class);
    private final Requests requests = mock(Requests.class);
    private final FollowingRecords following = new FollowingRecords(threads, rows, requests);

    @Test
    void a_drill_is_kept_in_no_collection() {
        following.registered(event(true));
        verifyNoInteractions(threads, rows);

        when(threads.everyAct("t")).thenReturn(Stream.of());
        catchThrowable(() -> following.registered(event(false)));
        verify(threads).everyAct("t");
    }

    @Test
    void a_trial_by_a_bare_number_stays_with_the_practice_that_alone_had_it_when_it_came() {
        has(practice("XB-1", CAME.minusSeconds(1)));
        assertThat(tried()).isEqualTo("XB-1-XB-2026-000001");

        has(practice("XB-1", CAME), practice("XB-C2", CAME));
        assertThat(tried()).as("of two nobody knows which is meant").isEqualTo("XB-2026-000001 ");

        has(practice("XB-1", CAME.plusSeconds(1)));
        assertThat(tried()).as("what came after it was not meant").isEqualTo("XB-2026-000001 ");
        has(practice("XB-1", CAME), practice("XB-C2", CAME.plusSeconds(1)));
        assertThat(tried()).isEqualTo("XB-1-XB-2026-000001");

        var kept = mock(KeptRecord.class);
        when(kept.text("tried")).thenReturn("XB-1-XB-2026-000001");
        when(rows.find("t")).thenReturn(Optional.of(kept));
        assertThat(tried()).as("known since it came").isEqualTo("XB-1-XB-2026-000001");
    }

    private void has(RequestRow... practices) {
        when(requests.ofReferences("practice-record", Role.REQUESTED, List.of("XB-2026-000001"), null))
                .thenReturn(List.of(practices));
    }

    private static RequestRow practice(String by, Instant opened) {
        var practice = mock(RequestRow.class);
        when(practice.counterpart()).thenReturn(by);
        when(practice.openedAt()).thenReturn(opened);
        return practice;
    }

    private String tried() {
        var act = mock(Threads.KeptAct.class, RETURNS_DEEP_STUBS);
        when(act.effect()).thenReturn("effective");
        when(act.at()).thenReturn(Instant.EPOCH);
        when(act.registeredAt()).thenReturn(Instant.EPOCH);
        when(act.envelope().type()).thenReturn("submit");
        when(act.said()).thenReturn(Map.of("about", "tried", "tried", "XB-2026-000001 "));
        when(threads.everyAct("t")).thenReturn(Stream.of(act));
        var event = event(false);
        when(event.thread().reference()).thenReturn("XC-2026-000004");
        when(event.thread().counterpart()).thenReturn("XC-1");
        when(event.thread().openedAt()).thenReturn(CAME);
        clearInvocations(rows);
        following.registered(event);
        var keeping = ArgumentCaptor.forClass(KeptRecord.class);
        verify(rows).keep(keeping.capture());
        return keeping.getValue().text("tried");
    }

    private static ActRegistered event(boolean drill) {
        var event = mock(ActRegistered.class, RETURNS_DEEP_STUBS);
        when(event.thread().procedure()).thenReturn("practice-record/1");
        when(event.thread().ourRole()).thenReturn(Role.REQUESTED);
        when(event.thread().id()).thenReturn("t");
        when(event.act().envelope().type()).thenReturn("submit");
        when(event.act().envelope().drill()).thenReturn(drill);
        when(event.entry().entry().effect()).thenReturn("effective");
        when(event.entry().entry().effective()).thenReturn(true);
        return event;
    }
}
