package org.comity.seat;

import java.time.Clock;
import java.util.function.Consumer;
import org.comity.casework.Dispatches;
import org.comity.casework.SeatedAuthorities;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Knows which authorities read from a seat, and so what need not be posted to them. */
@Component
@Transactional
class AuthoritiesInSeats implements SeatedAuthorities {

    private final SeatPersonRows rows;
    private final SeatKeys keys;
    private final Dispatches dispatches;
    private final Directory directory;
    private final Clock clock;

    AuthoritiesInSeats(SeatPersonRows rows, SeatKeys keys, Dispatches dispatches, Directory directory, Clock clock) {
        this.rows = rows;
        this.keys = keys;
        this.dispatches = dispatches;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean reads(String authority) {
        return directory.find(authority).filter(it -> !it.hasNode()).isPresent()
                && rows.confirmedOf(authority).stream().anyMatch(keys::counts);
    }

    /** It speaks for itself, and from its seats only to take its leave (R158). */
    @Transactional(readOnly = true)
    public boolean hasNode(String authority) {
        return directory.find(authority).filter(Participant::hasNode).isPresent();
    }

    @Override
    public boolean readsWhatIsRegistered(String authority) {
        rows.registers(authority);
        return reads(authority);
    }

    /** What an act of the authority about its keys changes here. */
    SeatNews.Kind said(SeatOfPerson seat, String type) {
        switch (type) {
            case "confirm" -> {
                rows.confirmed(seat.id());
                nowAndOfWhatIsRegistered(seat.authority(), dispatches::seatTaken);
            }
            case "adopt" -> {
                rows.adopted(seat.authority(), clock.instant());
                ended(seat.authority());
            }
            default -> {}
        }
        return type.equals("adopt") ? SeatNews.Kind.ADOPTED : SeatNews.Kind.ACTED;
    }

    /** A key of it ended; with the last one nobody reads here any more. */
    void ended(String authority) {
        if (!reads(authority)) nowAndOfWhatIsRegistered(authority, dispatches::seatEmpty);
    }

    /**
     * First without waiting, as whoever registers holds the list of the request and must not wait for us while we wait for that;
     * then what was registered meanwhile.
     */
    private void nowAndOfWhatIsRegistered(String authority, Consumer<String> change) {
        change.accept(authority);
        rows.waitForRegistering(authority);
        change.accept(authority);
    }

    void opened(SeatOfPerson seat, String thread) {
        dispatches.openedAtSeat(thread, seat.person());
    }
}
