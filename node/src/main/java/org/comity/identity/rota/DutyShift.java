package org.comity.identity.rota;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a shift as it was entered: hours of the authority's own clock, and the days on which it begins.
 *
 * @param lastDay on which it begins for the last time; null until somebody ends it
 * @param everyWeeks 1 for each week, counted from the week of the first day
 * @param until on the next day if it is not after {@code from}
 */
public record DutyShift(
        long id,
        String person,
        LocalDate firstDay,
        @Nullable LocalDate lastDay,
        Set<DayOfWeek> days,
        int everyWeeks,
        LocalTime from,
        LocalTime until,
        boolean takenOut) {

    static final int MOST_WEEKS = 4;

    public DutyShift {
        days = Set.copyOf(days);
    }

    public boolean once() {
        return firstDay.equals(lastDay);
    }

    public boolean nextDay() {
        return !until.isAfter(from);
    }

    boolean beginsOn(LocalDate day) {
        return !day.isBefore(firstDay)
                && (lastDay == null || !day.isAfter(lastDay))
                && days.contains(day.getDayOfWeek())
                && ChronoUnit.WEEKS.between(monday(firstDay), monday(day)) % everyWeeks == 0;
    }

    /** On some day of these, both included. */
    boolean beginsBetween(LocalDate first, LocalDate last) {
        var from = first.isBefore(firstDay) ? firstDay : first;
        // A pattern comes back after four weeks at most.
        var until = from.plusWeeks(MOST_WEEKS).plusDays(7);
        return from.datesUntil(last.isBefore(until) ? last.isBefore(from) ? from : last.plusDays(1) : until)
                .anyMatch(this::beginsOn);
    }

    /** Where the clock is put forward over this hour, it begins an hour later; where it is put back, at the earlier of the two. */
    Instant start(LocalDate day, ZoneId zone) {
        return day.atTime(from).atZone(zone).toInstant();
    }

    Instant end(LocalDate day, ZoneId zone) {
        return (nextDay() ? day.plusDays(1) : day).atTime(until).atZone(zone).toInstant();
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
