package org.comity.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.comity.procedure.RequestRow;

/** Emergencies (Art. 2(o)) that other States told us, or we them. */
public interface Emergencies {

    /** Of what the chain is told in one look: the newest, so that whatever stands for long keeps no new one back. */
    int MOST_TOLD = 1000;

    /** Whether it waits for somebody here to say that it came: as the lists below have it, drills among them. */
    boolean waits(RequestRow row);

    /**
     * Of those that nobody here has acknowledged, the oldest.
     *
     * @param hidden threads that are left out
     */
    Optional<RequestRow> oldestUnacknowledged(Set<String> hidden);

    /** How many there are. */
    int unacknowledged(Set<String> hidden);

    /**
     * Those that we told and the other State has not acknowledged, whatever its node has registered, and no drills. What is
     * held, or is a letter that has not left, was not told.
     *
     * @param hidden threads that are left out
     * @param most newest first
     */
    List<RequestRow> toldUnacknowledged(Set<String> hidden, Instant now, int most);

    /** Those that nobody here has acknowledged, newest first, at most {@link #MOST_TOLD}. */
    List<RequestRow> newestUnacknowledged();

    /**
     * Others that nobody here has acknowledged although our aim for that is over, and no drills; those whose aim was over
     * last come first, at most {@link #MOST_TOLD}.
     *
     * @param within those alone whose aim was at most so long
     */
    List<RequestRow> overdue(Duration within, Instant now);
}
