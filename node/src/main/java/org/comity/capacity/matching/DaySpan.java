package org.comity.capacity.matching;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** From one day to another, both counted. */
public record DaySpan(LocalDate from, LocalDate until) {

    public DaySpan {
        RoundRefused.unless(!until.isBefore(from), "dates");
    }

    /** Moved on by as few whole years as leave it not over on that day. */
    public DaySpan yearly(LocalDate day) {
        long years = Math.max(0, day.getYear() - until.getYear());
        if (until.plusYears(years).isBefore(day)) years++;
        return new DaySpan(from.plusYears(years), until.plusYears(years));
    }

    long days() {
        return ChronoUnit.DAYS.between(from, until) + 1;
    }

    /** Days that both have; at most zero if they do not meet, and then minus the days between. */
    long shared(DaySpan other) {
        var first = from.isAfter(other.from) ? from : other.from;
        var last = until.isBefore(other.until) ? until : other.until;
        return ChronoUnit.DAYS.between(first, last) + 1;
    }
}
