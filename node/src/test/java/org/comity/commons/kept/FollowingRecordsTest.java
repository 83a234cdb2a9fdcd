package org.comity.commons.kept;

import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.util.stream.Stream;
import org.comity.thread.ActRegistered;
import org.comity.thread.Threads;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;

/** A collection keeps what is sent in earnest. */
class FollowingRecordsTest {

    private final Threads threads = mock(Threads.class);
    private final KeptRows rows = mock(KeptRows.class);
    private final FollowingRecords following = new FollowingRecords(threads, rows);

    @Test
    void a_drill_is_kept_in_no_collection() {
        following.registered(event(true));
        verifyNoInteractions(threads, rows);

        when(threads.everyAct("t")).thenReturn(Stream.of());
        catchThrowable(() -> following.registered(event(false)));
        verify(threads).everyAct("t");
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
