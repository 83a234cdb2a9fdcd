package org.comity.seat;

import java.util.List;
import org.comity.casework.PersonInSeat;
import org.comity.casework.PersonsInSeats;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Names the persons who have a seat here to other rooms of this node. */
@Component
@Transactional(readOnly = true)
class SeatedPersons implements PersonsInSeats {

    private final SeatPersonRows rows;

    SeatedPersons(SeatPersonRows rows) {
        this.rows = rows;
    }

    @Override
    public List<PersonInSeat> all() {
        return rows.all().stream()
                .filter(it -> it.given() && it.endedAt() == null)
                .map(it -> new PersonInSeat(it.id(), it.authority(), it.name()))
                .toList();
    }
}
