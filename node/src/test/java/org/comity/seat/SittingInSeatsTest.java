package org.comity.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Optional;
import org.comity.directory.Directory;
import org.comity.directory.UnknownParticipant;
import org.comity.exchange.SettableClock;
import org.comity.ledger.Ledger;
import org.junit.jupiter.api.Test;

/** Who sits there is asked anew with each request, also of an authority that has left the network. */
class SittingInSeatsTest {

    @Test
    void nobody_sits_for_an_authority_that_is_in_no_list_any_more_and_no_page_breaks() {
        var rows = mock(SeatPersonRows.class);
        var visits = mock(SeatVisitRows.class);
        var directory = mock(Directory.class);
        var keys = mock(SeatKeys.class);
        when(keys.counts(any())).thenReturn(true);
        when(visits.seat(any(), any(), any(), any())).thenReturn(Optional.of("seat"));
        when(rows.find("seat")).thenReturn(Optional.of(seat()));
        when(directory.find("XD-1")).thenReturn(Optional.empty());
        when(directory.get("XD-1")).thenThrow(new UnknownParticipant("XD-1"));
        var sitting = new SittingInSeats(rows, visits, keys, directory, mock(Ledger.class), new SettableClock());

        assertThat(sitting.present("cookie")).isEmpty();
    }

    private static SeatOfPerson seat() {
        return new SeatOfPerson(
                "seat",
                "XD-1",
                "Ana Lorn",
                "Head of unit",
                "XD-1/s-1",
                Instant.EPOCH,
                null,
                new byte[] {1},
                false,
                false,
                "act",
                null,
                null,
                "thread",
                true,
                true,
                null);
    }
}
