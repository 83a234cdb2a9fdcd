package org.comity.forum;

import org.comity.casework.PlaceForSeats;
import org.comity.directory.Participant;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Leads from a seat to the rooms, where its participant takes part in any. */
@Component
@Order(0)
class RoomsForSeats implements PlaceForSeats {

    private final RoomAccess access;

    RoomsForSeats(RoomAccess access) {
        this.access = access;
    }

    @Override
    public String path() {
        return RoomReaders.AT_SEATS;
    }

    @Override
    public String title() {
        return "ui.nav.rooms";
    }

    @Override
    public boolean here() {
        return true;
    }

    @Override
    public boolean isFor(Participant authority) {
        return access.comesIn(authority);
    }
}
