package org.comity.casework.providers;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Says what one provider does with one item of a request, e.g. a mailbox, and until when.
 *
 * @param until its last day; null unless it is preserved
 * @param version rises with each change, so that nobody writes over what another has just written
 */
public record ProviderPart(
        long id,
        String provider,
        String item,
        Status status,
        @Nullable LocalDate until,
        int version,
        Instant changedAt) {

    public enum Status {
        ASKED,
        ORDERED,
        PRESERVED,
        LOST,
        ELSEWHERE,
        RELEASED;

        /** Nothing follows; of what another provider has, something does. */
        public boolean last() {
            return this == LOST || this == RELEASED;
        }
    }
}
