package org.comity.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.comity.procedure.RequestRow;
import org.jspecify.annotations.Nullable;

/** Warns of domestic orders that end before what we promised another State, so that they are renewed in time. */
public interface OrderAlarms {

    /** Those that have ended or end within two weeks, the first to end first; at most fifty. */
    List<OrderAlarm> soon();

    /** Of one request, however far its order's end is; nothing if the order lasts as long as the promise. */
    Optional<OrderAlarm> of(RequestRow request);

    /**
     * @param number of the order
     * @param ends its last day
     * @param promised until when the data are to stay preserved; null if until the request for assistance is decided
     * @param over its last day has passed
     */
    record OrderAlarm(
            RequestRow request,
            String number,
            LocalDate ends,
            @Nullable Instant promised,
            boolean over) {}
}
