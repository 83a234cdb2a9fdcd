package org.comity.casework.emergency;

import java.time.Instant;
import org.comity.directory.Participant;
import org.jspecify.annotations.Nullable;

/**
 * What comes next in an emergency that we answer, in this order: the provider, the call back, the order.
 *
 * @param provider as they named it; empty if they did not
 * @param line its emergency line, or null if none is known here
 * @param back the hour of the call as our words name it; null where they name none
 * @param order when the order is to be asked
 */
public record NextSteps(
        String provider,
        EmergencySettings.@Nullable Line line,
        Participant other,
        @Nullable String back,
        Instant order) {

    public boolean hasLine() {
        return line != null;
    }

    public String linePhone() {
        return line == null ? "" : line.phone();
    }

    public String lineName() {
        return line == null ? "" : line.name();
    }
}
