package org.comity.casework.emergency;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hours as they are promised on the phone: whole five minutes, in UTC. */
final class Hours {

    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'").withZone(ZoneOffset.UTC);
    private static final long STEP = 300;

    private Hours() {}

    static String utc(Instant at) {
        return HOUR.format(at);
    }

    /**
     * What stands in a text where these words have the hour, be it one of a day or not; empty where they do not stand in it.
     *
     * @param mark what stands for the hour in the words
     */
    static Optional<String> promised(String text, String words, String mark) {
        var parts = words.split(mark, 2);
        if (parts.length < 2) {
            return Optional.empty();
        }
        var promise = Pattern.compile(Pattern.quote(parts[0]) + "([0-9]{1,2}:[0-9]{2} UTC)" + Pattern.quote(parts[1]));
        return Optional.of(promise.matcher(text)).filter(Matcher::find).map(it -> it.group(1));
    }

    /** Whether it is an hour of a day, and not a slip like 28:10. */
    static boolean ofDay(String hour) {
        return read(hour).isPresent();
    }

    /** Of an hour without its day the next one to now is meant. What is no hour of a day is never over. */
    static boolean over(String hour, Instant now) {
        return read(hour).filter(it -> over(it, now)).isPresent();
    }

    private static boolean over(LocalTime hour, Instant now) {
        var at = hour.atDate(LocalDate.ofInstant(now, ZoneOffset.UTC));
        var away = Duration.between(now, at.toInstant(ZoneOffset.UTC));
        long half = Duration.ofHours(12).toSeconds();
        long nearest = Math.floorMod(away.toSeconds() + half, 2 * half) - half;
        return nearest <= 0;
    }

    private static Optional<LocalTime> read(String hour) {
        try {
            return Optional.of(LocalTime.parse(hour, HOUR));
        } catch (DateTimeException notOfDay) {
            return Optional.empty();
        }
    }

    /** The next whole five minutes after that time has passed. */
    static Instant after(Instant from, Duration length) {
        var at = from.plus(length).truncatedTo(ChronoUnit.SECONDS).getEpochSecond();
        return Instant.ofEpochSecond((at + STEP - 1) / STEP * STEP);
    }
}
