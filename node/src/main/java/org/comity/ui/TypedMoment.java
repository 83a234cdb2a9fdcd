package org.comity.ui;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A date, a time and whose clock it is, as a form posts them: {@code until.date}, {@code until.time}, {@code until.zone}. */
public record TypedMoment(
        @Nullable String date,
        @Nullable String time,
        @Nullable String zone) {

    public static TypedMoment of(Instant at, ZoneId zone) {
        var there = at.atZone(zone).truncatedTo(ChronoUnit.SECONDS);
        return new TypedMoment(
                there.toLocalDate().toString(), there.toLocalTime().toString(), zone.getId());
    }

    public boolean blank() {
        return date == null || date.isBlank();
    }

    /** Empty if it is not a date, a time and a zone that we know. */
    public Optional<Instant> instant() {
        // No year beyond 9999: no database and no other program reads it.
        if (date == null || time == null || zone == null || date.strip().length() > "2026-01-31".length()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(date.strip())
                    .atTime(LocalTime.parse(time.strip()))
                    .atZone(ZoneId.of(zone.strip()))
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
