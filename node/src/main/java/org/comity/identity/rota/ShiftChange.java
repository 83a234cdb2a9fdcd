package org.comity.identity.rota;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Gives a shift to another officer from one day to another, or to nobody: a swap, leave, a holiday.
 *
 * @param instead an official's id, or null for nobody
 */
public record ShiftChange(
        long id,
        long shift,
        LocalDate firstDay,
        LocalDate lastDay,
        @Nullable String instead) {

    boolean covers(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
}
