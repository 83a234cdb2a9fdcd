package org.comity.conference.session;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;
import org.comity.board.HeldBoards;
import org.comity.board.HeldEntry;
import org.comity.conference.ConferenceHost;
import org.comity.conference.PaperBoard;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A session that was recorded before boards told of any is told of once, after the next start. */
class PublishingEarlierSessionsTest {

    private final SessionRows sessions = mock();
    private final ConferenceHost host = mock();
    private final PaperBoard board = mock();
    private final HeldBoards boards = mock();
    private final Directory directory = mock();
    private final PublishingEarlierSessions publishing =
            new PublishingEarlierSessions(sessions, host, board, boards, directory);

    @BeforeEach
    void two_sessions_of_which_one_is_told() {
        var self = mock(Participant.class);
        when(self.id()).thenReturn("XS-1");
        when(directory.self()).thenReturn(self);
        when(host.here()).thenReturn(true);
        when(sessions.all()).thenReturn(List.of(session("prac-2", true), session("prac-3", false)));
        var told = mock(HeldEntry.class);
        when(told.subject()).thenReturn("session-prac-3");
        when(boards.under(eq("XS-1"), eq(PaperBoard.NAME), eq("session-"), anyInt()))
                .thenReturn(List.of(told));
    }

    @Test
    void what_no_board_tells_of_is_published_for_its_readers() {
        publishing.start();
        verify(board).publish("session-prac-2", true, HeldSession.json(session("prac-2", true)));
        verify(board, never()).publish(eq("session-prac-3"), anyBoolean(), any());
    }

    @Test
    void where_the_papers_are_not_kept_nothing_is() {
        when(host.here()).thenReturn(false);
        publishing.start();
        verifyNoInteractions(board);
    }

    private static ConferenceSession session(String key, boolean everybody) {
        var day = LocalDate.of(2027, 3, 1);
        return new ConferenceSession(2, key, "A session", "Velin", day, day.plusDays(4), everybody, null);
    }
}
