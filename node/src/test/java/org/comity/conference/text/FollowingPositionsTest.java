package org.comity.conference.text;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import org.comity.conference.Voices;
import org.comity.thread.ActRegistered;
import org.comity.thread.Threads;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;

/** A text shows what States say in earnest. */
class FollowingPositionsTest {

    private final CommentRows comments = mock(CommentRows.class);
    private final FollowingPositions following =
            new FollowingPositions(mock(TextRows.class), comments, mock(Voices.class), mock(Threads.class));

    @Test
    void a_drill_changes_no_text() {
        following.registered(event(true));
        verifyNoInteractions(comments);

        following.registered(event(false));
        verify(comments).takenBack(eq("t"), any());
    }

    private static ActRegistered event(boolean drill) {
        var event = mock(ActRegistered.class, RETURNS_DEEP_STUBS);
        when(event.thread().procedure()).thenReturn("text-position/1");
        when(event.thread().ourRole()).thenReturn(Role.REQUESTED);
        when(event.thread().id()).thenReturn("t");
        when(event.act().envelope().type()).thenReturn("withdraw");
        when(event.act().envelope().drill()).thenReturn(drill);
        when(event.entry().entry().effect()).thenReturn("effective");
        when(event.entry().entry().effective()).thenReturn(true);
        return event;
    }
}
