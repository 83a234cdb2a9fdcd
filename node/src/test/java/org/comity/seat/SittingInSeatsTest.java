package org.comity.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.comity.directory.Directory;
import org.comity.directory.UnknownParticipant;
import org.comity.exchange.SettableClock;
import org.comity.ledger.Ledger;
import org.comity.vocabulary.CallerOrigin;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

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

    @Test
    void from_where_somebody_knocks_is_told_apart_and_not_kept_in_words() {
        var visits = mock(SeatVisitRows.class);
        var sitting = new SittingInSeats(
                mock(SeatPersonRows.class),
                visits,
                mock(SeatKeys.class),
                mock(Directory.class),
                mock(Ledger.class),
                new SettableClock());

        for (var address : List.of("192.0.2.1", "192.0.2.2", "192.0.2.1")) {
            sitting.askToSignIn(CallerOrigin.of(address));
        }

        var origins = ArgumentCaptor.forClass(byte[].class);
        verify(visits, times(3)).begin(any(), any(), origins.capture(), any());
        assertThat(origins.getAllValues().get(0))
                .isEqualTo(origins.getAllValues().get(2))
                .isNotEqualTo(origins.getAllValues().get(1))
                .isNotEqualTo(SeatTokens.hash("192.0.2.1"));
        verify(visits, times(3)).forgetKnocking(any(), any(), eq(100), eq(10_000));
    }

    @Test
    void a_proxy_on_this_machine_knocks_for_everybody() {
        var visits = mock(SeatVisitRows.class);
        var sitting = new SittingInSeats(
                mock(SeatPersonRows.class),
                visits,
                mock(SeatKeys.class),
                mock(Directory.class),
                mock(Ledger.class),
                new SettableClock());

        for (var address : List.of("127.0.0.1", "::1")) sitting.askToSignIn(CallerOrigin.of(address));

        verify(visits, times(2)).forgetKnocking(any(), any(), eq(10_000), eq(10_000));
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
