package org.comity.ui;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds in a line of an act the moments that our documents write, in UTC and in whichever language it has. */
final class WrittenMoments {

    /** As {@link WrittenDay} writes it: {@code 1er mars 2027}, {@code 1 de marzo de 2027}, {@code 1 марта 2027 г.} */
    private static final Pattern MOMENT = Pattern.compile("\\b(\\d{1,2})(?:er| de)? (\\p{L}[\\p{L}\\p{M}.]{1,20})"
            + " (?:de )?(\\d{4})(?:\\hг\\.)? (\\d{2}:\\d{2}:\\d{2}) UTC");

    private static final List<DateTimeFormatter> WRITTEN = Language.KNOWN.stream()
            .map(it -> DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm:ss", it.locale())
                    .withResolverStyle(ResolverStyle.STRICT))
            .toList();

    private WrittenMoments() {}

    /** @param end where the words of it end in the line */
    record Found(Instant at, int end) {}

    static List<Found> in(String line) {
        var all = new ArrayList<Found>();
        var match = MOMENT.matcher(line);
        while (match.find()) {
            int end = match.end();
            read(String.join(" ", match.group(1), match.group(2), match.group(3), match.group(4)))
                    .ifPresent(it -> all.add(new Found(it, end)));
        }
        return all;
    }

    private static Optional<Instant> read(String written) {
        for (var each : WRITTEN) {
            try {
                return Optional.of(LocalDateTime.parse(written, each).toInstant(ZoneOffset.UTC));
            } catch (DateTimeException other) {
                // Of another language.
            }
        }
        return Optional.empty();
    }
}
