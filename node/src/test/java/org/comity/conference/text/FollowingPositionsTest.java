package org.comity.conference.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.conference.Voices;
import org.comity.thread.ActRegistered;
import org.comity.thread.Threads;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

/** A text shows what States say in earnest. */
class FollowingPositionsTest {

    private final CommentRows comments = mock(CommentRows.class);
    private final TextRows texts = mock(TextRows.class);
    private final Voices voices = mock(Voices.class);
    private final FollowingPositions following = new FollowingPositions(texts, comments, voices, mock(Threads.class));

    @Test
    void a_drill_changes_no_text() {
        following.registered(event(true));
        verifyNoInteractions(comments);

        following.registered(event(false));
        verify(comments).takenBack(eq("t"), any());
    }

    @Test
    void what_is_too_long_beside_a_paragraph_is_cut_between_characters_and_shows_it() {
        when(texts.find("T-1")).thenReturn(Optional.of(mock(KeptText.class, RETURNS_DEEP_STUBS)));
        when(voices.of(any(), any())).thenReturn(Optional.of(new Voices.Voice("XB", "Belvar", true)));
        var paragraph = mock(KeptText.Paragraph.class);
        when(paragraph.place()).thenReturn(1);
        when(paragraph.key()).thenReturn(1);
        when(texts.paragraphs(anyLong(), anyInt())).thenReturn(List.of(paragraph));
        var event = event(false);
        when(event.act().envelope().type()).thenReturn("submit");
        when(event.entry().entry().time()).thenReturn(Instant.EPOCH);
        var words = "x".repeat(3_998) + "\uD83D\uDE00" + "more";
        when(event.act().body())
                .thenReturn(Map.of(
                        "textName",
                        "T-1",
                        "textVersion",
                        1,
                        "positions",
                        List.of(Map.of("paragraph", "1", "words", words))));

        following.registered(event);
        var kept = ArgumentCaptor.forClass(KeptText.Comment.class);
        verify(comments).comment(anyLong(), anyInt(), kept.capture(), eq("t"), any());
        assertThat(kept.getValue().words()).isEqualTo("x".repeat(3_998) + "…");
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
