package org.comity.seat;

import org.comity.thread.AdoptedAuthorities;
import org.comity.thread.Threads;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads in our newest thread of seats with an authority whether it adopted what we had recorded for it. */
@Component
@Transactional(readOnly = true)
class AdoptedAtSeats implements AdoptedAuthorities {

    private static final String ADOPTED = "Adopted";

    private final SeatPersonRows rows;
    private final Threads threads;

    AdoptedAtSeats(SeatPersonRows rows, Threads threads) {
        this.rows = rows;
        this.threads = threads;
    }

    @Override
    public boolean adopted(String authority) {
        return rows.thread(authority)
                .flatMap(threads::find)
                .map(Threads.Thread::state)
                .filter(it -> it.name().equals(ADOPTED))
                .isPresent();
    }
}
