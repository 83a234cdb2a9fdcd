package org.comity.casework.emergency;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hours as they are promised on the phone: whole five minutes, in UTC. */
final class Hours {

    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'").withZone(ZoneOffset.UTC);
    private static final long STEP = 300;
    private static final long HALF_A_DAY = Duration.ofHours(12).toSeconds();

    /**
     * {@code 08:10 UTC}, {@code 8.10 UTC}, {@code 8 h 10 (UTC)}: in the digits of any script. A time with seconds is one of a
     * log, and one with an offset is not in UTC.
     */
    private static final Pattern NAMED = Pattern.compile(
            "(?<![\\p{Nd}:.])(\\p{Nd}{1,2})\\p{Zs}?[:.hH٫]\\p{Zs}?(\\p{Nd}{2})[\\p{Zs}\\p{Cf}]*\\(?[\\p{Cf}]*(?:UTC|GMT)\\b(?!\\p{Zs}?[-+\u2212]\\p{Nd})",
            Pattern.CASE_INSENSITIVE);

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

    /**
     * Of all hours in a text one that no day has, else the next to come; as {@code 08:10 UTC}. An hour that is over promises
     * nothing: words say when a request came, too.
     */
    static Optional<String> meant(String text, Instant leaves) {
        var named = NAMED.matcher(text)
                .results()
                .map(it -> "%02d:%02d UTC".formatted(Integer.parseInt(it.group(1)), Integer.parseInt(it.group(2))))
                .toList();
        var slip = named.stream().filter(it -> !ofDay(it)).findFirst();
        if (slip.isPresent()) return slip;
        return named.stream().filter(it -> !over(it, leaves)).min(Comparator.comparing(it -> nearest(it, leaves)));
    }

    /** Whether it is an hour of a day, and not a slip like 28:10. */
    static boolean ofDay(String hour) {
        return read(hour).isPresent();
    }

    /** Of an hour without its day the next one to now is meant. What is no hour of a day is never over. */
    static boolean over(String hour, Instant now) {
        return ofDay(hour) && !nearest(hour, now).isAfter(now);
    }

    /** Of an hour of a day the one next to that time. */
    static Instant nearest(String hour, Instant time) {
        var at = read(hour)
                .orElseThrow()
                .atDate(LocalDate.ofInstant(time, ZoneOffset.UTC))
                .toInstant(ZoneOffset.UTC);
        long away = Duration.between(time, at).toSeconds();
        return at.plusSeconds(Math.floorMod(away + HALF_A_DAY, 2 * HALF_A_DAY) - HALF_A_DAY - away);
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
