package org.comity.board.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.comity.board.BoardRefused;
import org.comity.board.HostsFollowed;
import org.comity.ui.CurrentOfficial;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.Test;

/** A proof that is for everybody is made for one at a time; officials wait for nobody outside. */
class BoardsControllerTest {

    private static final String ACT = "a".repeat(64);

    private final ReadingBoardPages reading = mock(ReadingBoardPages.class);
    private final CurrentOfficial current = mock(CurrentOfficial.class);
    private final BoardsController boards =
            new BoardsController(reading, mock(HostsFollowed.class), current, Duration.ZERO);

    /** The second one asks while the first is drawn. */
    @Test
    void who_has_not_signed_in_is_told_to_come_again_while_another_is_answered() {
        when(current.official()).thenReturn(Optional.empty());
        when(reading.proof("XS-1", "treaty", ACT, true, null)).thenReturn("for an official");
        when(reading.proof("XS-1", "treaty", ACT, false, null)).thenAnswer(_ -> {
            var second = boards.proof("XS-1", "treaty", ACT, null);
            assertThat(second.getStatusCode().value()).isEqualTo(503);
            assertThat(second.getHeaders().getFirst("Retry-After")).isEqualTo("1");
            when(current.official()).thenReturn(Optional.of(new Official("m", "M.", "XA-1/o", Set.of(Duty.LAWYER))));
            assertThat(boards.proof("XS-1", "treaty", ACT, null).getStatusCode().value())
                    .isEqualTo(200);
            return "for everybody";
        });

        assertThat(boards.proof("XS-1", "treaty", ACT, null).getBody())
                .asString()
                .isEqualTo("for everybody");
    }

    @Test
    void a_proof_that_is_refused_leaves_the_turn_to_the_next() {
        when(current.official()).thenReturn(Optional.empty());
        when(reading.proof("XS-1", "treaty", ACT, false, null))
                .thenThrow(BoardRefused.unknown())
                .thenReturn("for everybody");

        assertThatExceptionOfType(BoardRefused.class).isThrownBy(() -> boards.proof("XS-1", "treaty", ACT, null));
        assertThat(boards.proof("XS-1", "treaty", ACT, null).getStatusCode().value())
                .isEqualTo(200);
    }
}
