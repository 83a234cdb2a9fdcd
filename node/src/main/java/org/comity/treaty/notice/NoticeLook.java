package org.comity.treaty.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Somebody looked whether a point is still as it was told, and whether it concerns our State.
 *
 * @param official by name
 */
public record NoticeLook(String key, boolean applies, String official, Instant at) {

    private static final int YEARS_BETWEEN = 1;

    /** Our own aim, never the treaty's: once a year. */
    public LocalDate again() {
        return LocalDate.ofInstant(at, ZoneOffset.UTC).plusYears(YEARS_BETWEEN);
    }
}
