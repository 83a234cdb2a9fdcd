package org.comity.casework.calls;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A call as it was taken down.
 *
 * @param counterpart whom the caller spoke for, e.g. {@code XB-1}; empty where the directory does not know it
 * @param authority as the caller named it; may be empty
 * @param number that the caller gave; may be empty
 * @param identifier of an account, an address or a device, if one was named
 * @param thread of the request that it belongs to, or null
 * @param why nothing more is to be done
 */
// More than twelve: the whole of its row.
public record KeptCall(
        long id,
        String counterpart,
        String authority,
        String caller,
        String number,
        String asks,
        String identifier,
        boolean life,
        Instant at,
        String takenBy,
        Instant takenAt,
        @Nullable Settled settled,
        @Nullable String thread,
        String why,
        @Nullable String settledBy,
        @Nullable Instant settledAt) {

    /** All that was typed of it. */
    String said() {
        return Stream.of(authority, caller, number, asks, identifier, why)
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** How it was dealt with. */
    public enum Settled {
        LINKED,
        WITHOUT
    }
}
