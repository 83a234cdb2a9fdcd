package org.comity.conference.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came for a list of a session, as its page offers it to be taken over.
 *
 * @param kind {@code DELEGATION}, {@code FLOOR} or {@code STATEMENT}
 * @param address where it is read; null for whom the request is closed to
 */
public record ComePart(
        long id,
        String kind,
        String voice,
        String name,
        @Nullable Integer item,
        Instant came,
        @Nullable String address) {}
