package org.comity.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.comity.casework.CaseAccess;
import org.comity.casework.Compartments;
import org.comity.directory.Directory;
import org.comity.proof.act.Envelope;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.SaltedHash;
import org.comity.thread.Threads;
import org.comity.ui.SinglePress;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.junit.jupiter.api.Test;
import org.springframework.ui.ExtendedModelMap;

/** The page of a seat names no act of a request that is closed to its reader. */
class ClosedOnSeatsTest {

    private static final String SEEN = "a".repeat(64);
    private static final String CLOSED = "b".repeat(64);

    @Test
    void what_is_doubtful_or_contested_in_a_closed_request_is_not_named() {
        var reader = new Official("maren", "A. Maren", "XA-1/o-1", Set.of(Duty.DUTY_OFFICER));
        var seat = mock(SeatOfPerson.class);
        when(seat.id()).thenReturn("0a1b2c3d4e5f");
        when(seat.status()).thenReturn(SeatOfPerson.Status.ENDED);
        when(seat.authority()).thenReturn("XD-1");
        var giving = mock(GivingSeats.class);
        when(giving.get(anyString())).thenReturn(seat);
        when(giving.threadOf(SEEN)).thenReturn("seen");
        when(giving.threadOf(CLOSED)).thenReturn("closed");
        when(giving.doubtful(seat))
                .thenReturn(List.of(
                        new SeatDraftRows.Doubtful(SEEN, "seen", "unable"),
                        new SeatDraftRows.Doubtful(CLOSED, "closed", "unable")));
        var contests = mock(Threads.KeptAct.class);
        var envelope = contest();
        when(contests.envelope()).thenReturn(envelope);
        when(contests.body()).thenReturn(Map.of("acts", List.of(SEEN, CLOSED), "text", "Not ours."));
        when(giving.contested(seat)).thenReturn(List.of(contests));
        var compartments = mock(Compartments.class);
        when(compartments.hides("closed", reader)).thenReturn(true);
        var directory = mock(Directory.class);
        when(directory.find(any())).thenReturn(Optional.empty());
        var page = new SeatsController(
                giving,
                mock(ReopeningSeats.class),
                mock(AddressOfSeats.class),
                directory,
                mock(CaseAccess.class),
                compartments,
                mock(SinglePress.class),
                URI.create("https://xa.example"));
        var model = new ExtendedModelMap();

        page.one("0a1b2c3d4e5f", reader, model);

        var shown = Objects.requireNonNull(model.get("seat")).toString();
        assertThat(shown).contains(SEEN, "Not ours.").doesNotContain(CLOSED);
    }

    private static Envelope contest() {
        return new Envelope(
                "network",
                "seats",
                SeatProcedure.ID,
                "other/1",
                "contest",
                "XA-1",
                "XD-1",
                "requested",
                Instant.EPOCH,
                List.of(),
                false,
                Map.of(),
                SaltedHash.of(CanonicalJson.write(Map.of())),
                List.of());
    }
}
