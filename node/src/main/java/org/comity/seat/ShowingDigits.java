package org.comity.seat;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows the digits of a key again, in the browser in which it was made and in no other, until the seat is given. */
@Component
@Transactional
class ShowingDigits {

    private static final int COOKIE = 24;

    private final SeatPersonRows rows;

    ShowingDigits(SeatPersonRows rows) {
        this.rows = rows;
    }

    /** @return the cookie of the browser in which the key was just made */
    String keep(SeatOfPerson seat) {
        var cookie = SeatTokens.random(COOKIE);
        rows.madeIn(seat.id(), SeatTokens.hash(cookie));
        return cookie;
    }

    @Transactional(readOnly = true)
    Optional<SeatOfPerson> made(String cookie) {
        return rows.madeIn(SeatTokens.hash(cookie));
    }
}
