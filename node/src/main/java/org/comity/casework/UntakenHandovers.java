package org.comity.casework;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Knows the notes by which a shift was handed over and that nobody took over. */
public interface UntakenHandovers {

    /** Written after one instant and not after another, newest first, at most 20. */
    List<Untaken> written(Instant after, Instant until);

    /** Empty once somebody took it over. */
    Optional<Untaken> untaken(long id);

    /** @param at when it was written */
    record Untaken(long id, Instant at) {}
}
