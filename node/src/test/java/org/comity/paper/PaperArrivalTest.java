package org.comity.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.DayAlone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When something came, as it is kept: with the hour that somebody wrote down, or the day alone. */
class PaperArrivalTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    @Test
    void a_noon_that_was_written_down_keeps_its_hour_and_a_day_alone_has_none() {
        var noon = came(LocalTime.NOON);
        assertThat(noon.truncatedTo(ChronoUnit.SECONDS)).isEqualTo("2026-03-10T12:00:00Z");
        assertThat(DayAlone.is(noon)).isFalse();
        assertThat(noon).as("in whole milliseconds (R14)").isEqualTo(noon.truncatedTo(ChronoUnit.MILLIS));

        assertThat(came(LocalTime.of(12, 1))).isEqualTo("2026-03-10T12:01:00Z");
        assertThat(DayAlone.is(came(null))).isTrue();
    }

    private static Instant came(@Nullable LocalTime hour) {
        var clock = Clock.fixed(Instant.parse("2026-03-20T09:00:00Z"), ZoneOffset.UTC);
        return new PaperArrival(Channel.PHONE, DAY, hour, hour == null ? "" : hour.toString(), "").happened(clock);
    }
}
