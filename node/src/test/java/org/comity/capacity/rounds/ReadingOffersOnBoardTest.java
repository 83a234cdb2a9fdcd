package org.comity.capacity.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.board.HeldBoards;
import org.comity.board.HeldBoards.HeldBoard;
import org.comity.board.HeldEntry;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.vocabulary.ParticipantKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Any host may call a board as it likes; offers are listed by the Secretariat alone. */
class ReadingOffersOnBoardTest {

    private final HeldBoards boards = mock();
    private final Directory directory = mock();
    private final ReadingOffersOnBoard reading = new ReadingOffersOnBoard(boards, directory);

    @BeforeEach
    void twoHostsWithBoardsOfOneName() {
        host("XA-1", ParticipantKind.CONTACT_POINT);
        host("XS-1", ParticipantKind.SECRETARIAT);
        when(boards.all()).thenReturn(List.of(board("XA-1"), board("XS-1")));
        when(boards.named(any())).thenCallRealMethod();
    }

    @Test
    void offers_come_from_the_host_that_keeps_the_list() {
        assertThat(reading.newest()).extracting(it -> it.host()).containsExactly("XS-1");
        assertThat(reading.find("r-XS-1")).isPresent();
        assertThat(reading.find("r-XA-1")).as("a board of the same name").isEmpty();
    }

    private void host(String id, ParticipantKind kind) {
        var participant = mock(Participant.class);
        when(participant.kind()).thenReturn(kind);
        when(directory.find(id)).thenReturn(Optional.of(participant));
        var entry = mock(HeldEntry.class);
        when(entry.subject()).thenReturn("r-" + id);
        when(entry.title(any())).thenReturn("An offer");
        when(entry.body()).thenReturn(Map.of("provider", "XB-1"));
        when(boards.standing(eq(id), eq("offers"), anyInt())).thenReturn(List.of(entry));
        when(boards.standing(id, "offers", "r-" + id)).thenReturn(Optional.of(entry));
    }

    private static HeldBoard board(String host) {
        return new HeldBoard(host, "offers", 1, Instant.EPOCH, null);
    }
}
