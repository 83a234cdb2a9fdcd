package org.comity.vocabulary;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** Keeps a day of which nobody wrote down the hour as its noon UTC, and knows it again beside a noon that somebody wrote down. */
public final class DayAlone {

    private DayAlone() {}

    public static Instant of(LocalDate day) {
        return day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    }

    /** An hour that somebody wrote down: noon has a millisecond more, the least that the time of an act can (R14). */
    public static Instant withHour(Instant at) {
        return is(at) ? at.plusMillis(1) : at;
    }

    /** @param at of what was recorded from paper or a call: what a machine dates has its hour */
    public static boolean is(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalTime().equals(LocalTime.NOON);
    }
}
