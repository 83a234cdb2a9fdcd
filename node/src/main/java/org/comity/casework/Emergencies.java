package org.comity.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.comity.procedure.RequestRow;

/** Emergencies (Art. 2(o)) that other States told us. */
public interface Emergencies {

    /** Those that nobody here has acknowledged, oldest first, at most 50. */
    List<RequestRow> unacknowledged();

    /**
     * Other requests that nobody here has acknowledged although our aim for that is over, the most overdue first, at most 50.
     *
     * @param within those alone whose aim was at most so long
     */
    List<RequestRow> overdue(Duration within, Instant now);
}
