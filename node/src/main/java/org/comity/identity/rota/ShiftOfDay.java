package org.comity.identity.rota;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One shift on the day on which it begins.
 *
 * @param planned an official's id, as the shift was entered
 * @param officer who has it that day; null where nobody took it
 * @param there that officer is here and may answer; who has left, or lost the duty, is not
 */
public record ShiftOfDay(
        DutyShift shift,
        LocalDate day,
        Instant from,
        Instant until,
        String planned,
        @Nullable String officer,
        boolean there) {

    public boolean changed() {
        return !planned.equals(officer);
    }

    boolean runs(Instant at) {
        return !from.isAfter(at) && until.isAfter(at);
    }
}
