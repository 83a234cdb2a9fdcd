package org.comity.reporting;

import java.time.DateTimeException;
import java.time.YearMonth;
import org.comity.ui.FormProblems;

/**
 * Reads which month is asked for; what is none, or has not begun, is said at its field, and this month is shown.
 *
 * @param typed as it was, so that it can be mended
 * @param month to be shown
 * @param now this month
 */
public record MonthAsked(String typed, YearMonth month, YearMonth now, FormProblems problems) {

    /** Of that year and before this node knows nothing. */
    private static final YearMonth FIRST = YearMonth.of(2000, 1);

    static MonthAsked of(String typed, YearMonth now) {
        var said = typed.strip();
        if (said.isEmpty()) return new MonthAsked("", now, now, FormProblems.NONE);
        try {
            var month = YearMonth.parse(said);
            if (!month.isAfter(now) && !month.isBefore(FIRST)) {
                return new MonthAsked(said, month, now, FormProblems.NONE);
            }
        } catch (DateTimeException none) {
            // As a month that cannot be shown.
        }
        return new MonthAsked(
                said, now, now, FormProblems.NONE.with("month", "figures.needed.month", "now", now.toString()));
    }

    public boolean wrong() {
        return problems.any();
    }

    public boolean hasBefore() {
        return month.isAfter(FIRST);
    }

    public boolean hasAfter() {
        return month.isBefore(now);
    }
}
