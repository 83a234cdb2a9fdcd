package org.comity.treaty;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line with what became of it here.
 *
 * @param why it was refused or struck; empty otherwise
 */
public record KeptLine(
        long id,
        TreatyLine line,
        LineState standing,
        String enteredBy,
        @Nullable Instant decidedAt,
        String why) {

    /** Only a confirmed line stands in the table; a struck one did. */
    public enum LineState {
        WAITING,
        CONFIRMED,
        REFUSED,
        STRUCK
    }
}
