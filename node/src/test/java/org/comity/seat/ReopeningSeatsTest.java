package org.comity.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.exchange.Exchange;
import org.comity.identity.Approvals;
import org.comity.identity.Officials;
import org.comity.ledger.Ledger;
import org.comity.thread.AdoptedAuthorities;
import org.junit.jupiter.api.Test;

/** R158: who adopted and has its node is where it wanted to be; only who has none may have its seats opened anew. */
class ReopeningSeatsTest {

    private final AdoptedAuthorities adopted = mock(AdoptedAuthorities.class);
    private final Directory directory = mock(Directory.class);
    private final ReopeningSeats reopening = new ReopeningSeats(
            mock(SeatReopeningRows.class),
            mock(SeatPersonRows.class),
            adopted,
            mock(MakingSeatActs.class),
            mock(Exchange.class),
            mock(Approvals.class),
            mock(Officials.class),
            directory,
            mock(Ledger.class),
            Clock.systemUTC());

    @Test
    void who_has_its_node_by_now_is_not_shown_as_one_to_be_opened_anew() {
        var without = participant(false);
        var with = participant(true);
        when(adopted.all()).thenReturn(new TreeSet<>(List.of("XD-1", "XE-1", "XF-1")));
        when(adopted.adopted("XE-1")).thenReturn(true);
        when(directory.find("XD-1")).thenReturn(Optional.of(without));
        when(directory.find("XE-1")).thenReturn(Optional.of(with));
        when(directory.get("XE-1")).thenReturn(with);

        assertThat(reopening.adopted()).containsExactly("XD-1");
        assertThatExceptionOfType(SeatRefused.class).isThrownBy(() -> reopening.waiting("XE-1"));
    }

    private static Participant participant(boolean node) {
        var it = mock(Participant.class);
        when(it.hasNode()).thenReturn(node);
        return it;
    }
}
