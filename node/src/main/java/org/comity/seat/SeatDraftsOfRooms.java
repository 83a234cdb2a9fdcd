package org.comity.seat;

import java.util.Map;
import org.comity.casework.DraftsFromSeats;
import org.comity.casework.PersonInSeat;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins for other rooms what is then written on as if the person had begun it here. */
@Component
@Transactional
class SeatDraftsOfRooms implements DraftsFromSeats {

    private final SeatPersonRows seats;
    private final OpeningFromSeats openings;

    SeatDraftsOfRooms(SeatPersonRows seats, OpeningFromSeats openings) {
        this.seats = seats;
        this.openings = openings;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean offers(PersonInSeat person, String law) {
        return openings.offered(seat(person)).stream().anyMatch(it -> it.law().equals(law));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean full(PersonInSeat person) {
        return OpeningFromSeats.full(openings.begun(seat(person)));
    }

    @Override
    public String begin(PersonInSeat person, String law, Map<String, Object> carried) {
        var seat = seat(person);
        return openings.firstPage(seat, openings.begin(seat, law, carried));
    }

    private SeatOfPerson seat(PersonInSeat person) {
        return seats.find(person.id()).orElseThrow(SeatRefused::unknown);
    }
}
