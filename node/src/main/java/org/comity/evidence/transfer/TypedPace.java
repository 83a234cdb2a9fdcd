package org.comity.evidence.transfer;

import java.time.DateTimeException;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * Holds how fast and when, as it was typed.
 *
 * @param participant empty: all others
 * @param rate KB a second; empty: as the line gives
 * @param opens hour, e.g. {@code 22:00}; empty: always
 */
record TypedPace(String participant, String rate, String opens, String closes) {

    private static final int LEAST_KILOBYTES = 4;
    private static final int KILOBYTE = 1024;

    TypedPace {
        rate = rate.strip();
        opens = opens.strip();
        closes = closes.strip();
    }

    /** @throws TransferRefused if it is not understood */
    PaceRows.Row row() {
        var from = time("opens", opens);
        var until = time("closes", closes);
        if ((from == null) != (until == null)) throw TransferRefused.hours(from == null ? "opens" : "closes");
        if (from != null && from.equals(until)) throw TransferRefused.never();
        return new PaceRows.Row(participant, bytesPerSecond(), from, until);
    }

    private @Nullable Long bytesPerSecond() {
        if (rate.isEmpty()) return null;
        if (!rate.matches("[0-9]{1,9}") || Long.parseLong(rate) < LEAST_KILOBYTES) throw TransferRefused.rate();
        return Long.parseLong(rate) * KILOBYTE;
    }

    private static @Nullable LocalTime time(String field, String typed) {
        if (typed.isEmpty()) return null;
        try {
            return LocalTime.parse(typed);
        } catch (DateTimeException e) {
            throw TransferRefused.hours(field);
        }
    }
}
