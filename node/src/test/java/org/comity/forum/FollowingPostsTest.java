package org.comity.forum;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import org.comity.thread.ActRegistered;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;

/** A room shows what is said in earnest. */
class FollowingPostsTest {

    private final PlacingActs placing = mock(PlacingActs.class);
    private final FollowingPosts following = new FollowingPosts(
            placing,
            mock(FollowingStances.class),
            mock(TopicRows.class),
            mock(PostRows.class),
            mock(ModerationRows.class),
            mock(TellingModerators.class),
            Clock.systemUTC());

    @Test
    void a_drill_is_placed_in_no_room() {
        when(placing.brings("forum-post/1")).thenReturn(true);

        following.registered(event(true));
        verify(placing, never()).place(any());

        following.registered(event(false));
        verify(placing).place(any());
    }

    private static ActRegistered event(boolean drill) {
        var event = mock(ActRegistered.class, RETURNS_DEEP_STUBS);
        when(event.thread().procedure()).thenReturn("forum-post/1");
        when(event.thread().ourRole()).thenReturn(Role.REQUESTED);
        when(event.thread().id()).thenReturn("t");
        when(event.act().envelope().type()).thenReturn("place");
        when(event.act().envelope().drill()).thenReturn(drill);
        when(event.entry().entry().effect()).thenReturn("effective");
        when(event.entry().entry().effective()).thenReturn(true);
        return event;
    }
}
