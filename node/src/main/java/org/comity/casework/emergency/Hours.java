package org.comity.casework.emergency;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Hours as they are promised on the phone: whole five minutes, in UTC. */
final class Hours {

    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'").withZone(ZoneOffset.UTC);
    private static final long STEP = 300;

    private Hours() {}

    static String utc(Instant at) {
        return HOUR.format(at);
    }

    /** The next whole five minutes after that time has passed. */
    static Instant after(Instant from, Duration length) {
        var at = from.plus(length).truncatedTo(ChronoUnit.SECONDS).getEpochSecond();
        return Instant.ofEpochSecond((at + STEP - 1) / STEP * STEP);
    }
}
