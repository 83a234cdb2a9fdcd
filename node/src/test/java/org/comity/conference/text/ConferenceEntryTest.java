package org.comity.conference.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.comity.board.HeldBoards;
import org.comity.board.HeldBoards.HeldBoard;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.ParticipantKind;
import org.junit.jupiter.api.Test;

/** A delegation finds the Conference on its own node once its host's board is held there. */
class ConferenceEntryTest {

    private static final Official MAREN = new Official("maren", "I. Maren", "XA-1/o-1", Set.of(Duty.DUTY_OFFICER));

    private final Directory directory = mock(Directory.class);
    private final TextRows texts = mock(TextRows.class);
    private final HeldBoards boards = mock(HeldBoards.class);

    @Test
    void a_node_that_holds_the_board_from_elsewhere_shows_the_conference() {
        var self = mock(Participant.class);
        when(self.kind()).thenReturn(ParticipantKind.CENTRAL_AUTHORITY);
        when(directory.self()).thenReturn(self);
        var entry = new ConferenceEntry(directory, texts, boards);
        assertThat(entry.counts(MAREN)).isEmpty();

        when(boards.elsewhere("conference"))
                .thenReturn(List.of(new HeldBoard("XS-1", "conference", 1, Instant.EPOCH, Instant.EPOCH)));
        assertThat(entry.counts(MAREN)).containsOnlyKeys("conference");
    }
}
