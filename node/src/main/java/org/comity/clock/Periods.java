package org.comity.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Reckons periods as instants: a day of the law is 24 hours, and an end that is named by its date names whose date it is.
 */
public final class Periods {

    private Periods() {}

    /** The first instant at which so many days are over, e.g. sixty days of 24 hours after the preservation. */
    public static Instant earliestEnd(Instant from, int days) {
        return from.plus(Duration.ofDays(days));
    }

    public static boolean longEnough(Instant from, Instant until, int days) {
        return !until.isBefore(earliestEnd(from, days));
    }

    /** From the instant stated on, and not before. */
    public static boolean over(Instant now, Instant until) {
        return !now.isBefore(until);
    }

    /** Whole days of 24 hours that are left; 0 on the last day and when it is over. */
    public static long daysLeft(Instant now, Instant until) {
        return over(now, until) ? 0 : Duration.between(now, until).toDays();
    }

    /** How many midnights of that zone lie before the end: 0 means today, 1 tomorrow; below 0 once the day is past. */
    public static long midnightsLeft(Instant now, Instant until, ZoneId zone) {
        return ChronoUnit.DAYS.between(LocalDate.ofInstant(now, zone), LocalDate.ofInstant(until, zone));
    }

    /**
     * The last millisecond of that day in that zone, so that it is still shown as that day: the end of 30 November in
     * Ostera (UTC+7) is shown as 16:59 UTC.
     */
    public static Instant endOfDay(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
    }

    /** The first day of that zone whose end is no earlier than so many days after {@code from}. */
    public static LocalDate shortestDay(Instant from, int days, ZoneId zone) {
        return LocalDate.ofInstant(earliestEnd(from, days), zone);
    }
}
