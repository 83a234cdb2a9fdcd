package org.comity.casework.orders;

import java.time.ZoneId;
import org.comity.casework.OrderAlarms.OrderAlarm;
import org.jspecify.annotations.Nullable;

/**
 * Shows that an order ends before what we promised, what the law says of its length, and the ways out.
 *
 * @param ref empty where the instrument says nothing of it
 * @param ways null for who may not take them
 * @param zone in which the order's last day ends
 */
public record OrderEndView(
        OrderAlarm alarm,
        String edition,
        String ref,
        String law,
        @Nullable Ways ways,
        ZoneId zone) {

    /**
     * @param passedOn it lies with the competent authority already
     * @param warning type of the act that tells the other State, or null where none is on offer; {@code warningRef} its provision
     */
    public record Ways(boolean passedOn, @Nullable String warning, String warningRef) {}

    public long daysWithout() {
        return alarm.daysWithout(zone);
    }
}
