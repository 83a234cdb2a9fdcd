package org.comity.notification;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a digest of the rooms is due, and to which addresses it may go.
 *
 * @param at time of the day, in the zone of our own entry
 * @param weekday of a weekly one
 * @param domains to which it may go; by default the one from which this node sends
 */
@ConfigurationProperties("node.digest")
record DigestSettings(
        @DefaultValue("07:00") LocalTime at,
        @DefaultValue("MONDAY") DayOfWeek weekday,
        @DefaultValue List<String> domains) {

    DigestSettings {
        domains = domains.stream()
                .map(it -> it.strip().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /** The next moment of that time, later than now. */
    Instant next(KeptDigest.Often often, Instant now, ZoneId zone) {
        var day = now.atZone(zone).toLocalDate();
        if (often == KeptDigest.Often.WEEKLY) {
            day = day.with(TemporalAdjusters.nextOrSame(weekday));
        }
        var next = day.atTime(at).atZone(zone).toInstant();
        return next.isAfter(now)
                ? next
                : day.plusDays(often == KeptDigest.Often.WEEKLY ? 7 : 1)
                        .atTime(at)
                        .atZone(zone)
                        .toInstant();
    }
}
