package org.comity.notification;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shows whom the node told that a request stands unacknowledged.
 *
 * @param next whom it tells next, or null
 * @param practice what is mailed can be read on a page of this node
 */
public record AlarmChainView(List<Line> lines, @Nullable Next next, boolean practice) {

    /**
     * @param who message {@code alarm.who.<who>}
     * @param status {@code WAITING}, {@code SENT} or {@code FAILED}; {@code at} its time
     * @param error message {@code notification.error.<error>}, or null
     * @param attempts made so far
     */
    public record Line(
            String who,
            String how,
            String target,
            String status,
            Instant at,
            @Nullable String error,
            int attempts,
            String receipt) {}

    public record Next(String who, Instant at) {}
}
