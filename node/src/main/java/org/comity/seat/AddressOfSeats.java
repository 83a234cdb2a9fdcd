package org.comity.seat;

import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.springframework.stereotype.Component;

/** Finds where an authority is told of its seats, as the directory has it at that moment. */
@Component
class AddressOfSeats {

    private final Directory directory;
    private final TellingAuthorities telling;

    AddressOfSeats(Directory directory, TellingAuthorities telling) {
        this.directory = directory;
        this.telling = telling;
    }

    SeatNewsAddress of(String authority) {
        var address = directory.find(authority).map(Participant::mail).orElse("");
        if (!telling.leaves()) return new SeatNewsAddress("no-mail", address);
        return new SeatNewsAddress(address.isBlank() ? "no-address" : "mail", address);
    }
}
