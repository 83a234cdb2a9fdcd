package org.comity.seat;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
    private final SeatReopeningRows reopened;
    private final Threads threads;

    AdoptedAtSeats(SeatPersonRows rows, SeatReopeningRows reopened, Threads threads) {
        this.reopened = reopened;
        this.rows = rows;
        this.threads = threads;
    }

    @Override
    public boolean adopted(String authority) {
        return rows.thread(authority)
                .flatMap(threads::find)
                .filter(AdoptedAtSeats::says)
                .isPresent();
    }

    @Override
    public SortedSet<String> all() {
        var newest = reopened.threads();
        var said = threads.find(newest.values()).stream()
                .filter(AdoptedAtSeats::says)
                .map(Threads.Thread::id)
                .collect(Collectors.toSet());
        return newest.entrySet().stream()
                .filter(it -> said.contains(it.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean says(Threads.Thread thread) {
        var state = thread.state();
        return state != null && state.name().equals(ADOPTED);
    }
}
