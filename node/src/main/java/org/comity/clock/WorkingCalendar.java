package org.comity.clock;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;

/**
 * On which days an authority works, by its own statement. It moves no period of the treaty; it only tells when an office
 * with office hours can be expected to read.
 *
 * @param rest the days of the week on which it rests
 * @param holidays single days, of the years that the State has published
 */
public record WorkingCalendar(ZoneId zone, Set<DayOfWeek> rest, Set<LocalDate> holidays) {

    private static final int LONGEST_REST = 60;

    public WorkingCalendar {
        rest = Set.copyOf(rest);
        holidays = Set.copyOf(holidays);
        if (rest.size() == DayOfWeek.values().length) {
            throw new IllegalArgumentException("a calendar needs a day of work");
        }
    }

    public boolean works(LocalDate day) {
        return !rest.contains(day.getDayOfWeek()) && !holidays.contains(day);
    }

    public boolean works(Instant at) {
        return works(LocalDate.ofInstant(at, zone));
    }

    /** This day if it is one of work, else the next one. */
    public LocalDate workingDayFrom(LocalDate day) {
        return day.datesUntil(day.plusDays(LONGEST_REST))
                .filter(this::works)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("no day of work within " + LONGEST_REST + " days of " + day));
    }

    /** So many days of work after this day, which itself is not counted. */
    public LocalDate after(LocalDate day, int workingDays) {
        var there = day;
        for (int left = workingDays; left > 0; left--) {
            there = workingDayFrom(there.plusDays(1));
        }
        return there;
    }
}
