package org.comity.ui;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

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

    private static final String BETWEEN = "|";

    public static TypedMoment posted(MultiValueMap<String, String> form, String name) {
        return new TypedMoment(
                form.getFirst(name + ".date"), form.getFirst(name + ".time"), form.getFirst(name + ".zone"));
    }

    /** What {@link #kept} gave: null where nothing was typed. */
    public static @Nullable TypedMoment ofKept(String kept, ZoneId zone) {
        if (kept.isEmpty()) {
            return null;
        }
        try {
            return of(Instant.parse(kept), zone);
        } catch (DateTimeException unfinished) {
            var parts = (kept + BETWEEN + BETWEEN).split("[|]", 4);
            return new TypedMoment(parts[0], parts[1], parts[2]);
        }
    }

    /** The instant to the second; what is none as it was typed, so that its field shows it again; nothing where nothing was. */
    public String kept() {
        return instant()
                .map(it -> it.truncatedTo(ChronoUnit.SECONDS).toString())
                .orElseGet(() -> blank(date) && blank(time)
                        ? ""
                        : Stream.of(date, time, zone)
                                .map(it -> TypedText.clean(it).replace(BETWEEN, " "))
                                .collect(Collectors.joining(BETWEEN)));
    }

    /** There is a day, and nobody said at what time of it. */
    public boolean lacksTime() {
        return !blank(date) && blank(time);
    }

    /** There is a time, and nobody said of which day. */
    public boolean lacksDay() {
        return blank(date) && !blank(time);
    }

    private static boolean blank(@Nullable String part) {
        return part == null || part.isBlank();
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
