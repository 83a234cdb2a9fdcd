package org.comity.vocabulary;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** Keeps a day of which nobody wrote down the hour as its noon UTC, and knows it again; who typed that noon reads the day alone. */
public final class DayAlone {

    private DayAlone() {}

    public static Instant of(LocalDate day) {
        return day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    }

    /** @param at of what was recorded from paper or a call: what a machine dates has its hour */
    public static boolean is(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalTime().equals(LocalTime.NOON);
    }
}
