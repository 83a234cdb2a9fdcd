package org.comity.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.identity.PracticeDoor;
import org.comity.sealing.Letters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node in earnest has no practice seats, even with the keys that practice left in its folder. */
class ClosedPracticeSeatsTest {

    private static final String ACT = "00".repeat(32);

    private final PracticeDoor door = mock(PracticeDoor.class);
    private final SeatOfPerson seat = mock(SeatOfPerson.class);
    private PracticeSeats seats;

    @BeforeEach
    void a_seat_with_a_key_that_is_kept(@TempDir Path home) throws Exception {
        var passkey = PracticePasskey.fresh().passkey();
        Files.createDirectories(home.resolve("practice-passkeys"));
        Files.write(home.resolve("practice-passkeys/XD-1-first"), passkey.bytes());
        when(seat.authority()).thenReturn("XD-1");
        when(seat.credential()).thenReturn(passkey.credential());
        var rows = mock(SeatPersonRows.class);
        when(rows.ofCredential(any())).thenReturn(Optional.of(seat));
        var sitting = mock(SittingInSeats.class);
        when(sitting.askToSignIn(any())).thenReturn(new SittingInSeats.Knock("cookie", "{\"challenge\":\"AAAA\"}"));
        when(sitting.signIn(any(), any())).thenReturn("sits");
        var keys = mock(SeatKeys.class);
        when(keys.origin()).thenReturn("http://localhost:0");
        var directory = mock(Directory.class);
        var dorvane = mock(Participant.class);
        when(directory.find("XD-1")).thenReturn(Optional.of(dorvane));
        seats = new PracticeSeats(
                door,
                rows,
                mock(GivingSeats.class),
                mock(SpeakingFromSeats.class),
                sitting,
                keys,
                mock(Letters.class),
                directory,
                home,
                Clock.systemUTC());
    }

    @Test
    void where_the_door_is_open_the_seat_is_sat_in_and_signs() {
        when(door.open()).thenReturn(true);

        assertThat(seats.chairs()).hasSize(2);
        assertThat(seats.signsFor(seat)).isTrue();
        assertThat(seats.sit("XD-1", "first")).isEqualTo("sits");
        assertThat(seats.asserted(seat, ACT)).contains("signature");
    }

    @Test
    void where_it_is_closed_nobody_sits_down_and_nothing_is_signed() {
        assertThat(seats.chairs()).isEmpty();
        assertThat(seats.signsFor(seat)).isFalse();
        assertThatExceptionOfType(SeatRefused.class).isThrownBy(() -> seats.sit("XD-1", "first"));
        assertThatExceptionOfType(SeatRefused.class).isThrownBy(() -> seats.asserted(seat, ACT));
    }

    @Test
    void a_key_that_is_not_the_seats_signs_nothing_for_it() {
        when(door.open()).thenReturn(true);
        when(seat.credential()).thenReturn(new byte[16]);

        assertThat(seats.signsFor(seat)).isFalse();
        assertThatExceptionOfType(SeatRefused.class).isThrownBy(() -> seats.asserted(seat, ACT));
    }
}
