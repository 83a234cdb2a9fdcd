package org.comity.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodsTest {

    private static final Instant PRESERVED = Instant.parse("2026-11-24T14:20:00Z");
    private static final Instant SIXTY_DAYS = Instant.parse("2027-01-23T14:20:00Z");
    private static final ZoneId OSTERA = ZoneOffset.ofHours(7);

    @Test
    void sixty_days_are_sixty_times_24_hours_and_a_millisecond_less_is_too_short() {
        assertThat(Periods.earliestEnd(PRESERVED, 60)).isEqualTo(SIXTY_DAYS);
        assertThat(Periods.longEnough(PRESERVED, SIXTY_DAYS, 60)).isTrue();
        assertThat(Periods.longEnough(PRESERVED, SIXTY_DAYS.minusMillis(1), 60)).isFalse();
    }

    @Test
    void summer_time_does_not_shorten_a_period() {
        var madrid = ZoneId.of("Europe/Madrid");
        var beforeTheChange = LocalDate.of(2027, 3, 1).atTime(12, 0).atZone(madrid);

        var sameHourOfTheClock = beforeTheChange.plusDays(60).toInstant();

        assertThat(Periods.longEnough(beforeTheChange.toInstant(), sameHourOfTheClock, 60))
                .isFalse();
        assertThat(Periods.longEnough(beforeTheChange.toInstant(), sameHourOfTheClock.plus(Duration.ofHours(1)), 60))
                .isTrue();
    }

    @Test
    void the_end_of_30_november_in_ostera_is_16_59_utc() {
        var end = Periods.endOfDay(LocalDate.of(2026, 11, 30), OSTERA);

        assertThat(end).isEqualTo("2026-11-30T16:59:59.999Z");
        assertThat(LocalDate.ofInstant(end, OSTERA)).isEqualTo("2026-11-30");
        assertThat(LocalDate.ofInstant(end.plusMillis(1), OSTERA)).isEqualTo("2026-12-01");
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-28, Europe/Berlin, 2027-03-28T21:59:59.999Z, 23",
        "2027-10-31, Europe/Berlin, 2027-10-31T22:59:59.999Z, 25",
        "2024-04-25, Africa/Cairo, 2024-04-25T21:59:59.999Z, 24",
        "2024-04-26, Africa/Cairo, 2024-04-26T20:59:59.999Z, 23",
        "2011-12-29, Pacific/Apia, 2011-12-30T09:59:59.999Z, 24",
        "2026-11-30, Pacific/Kiritimati, 2026-11-30T09:59:59.999Z, 24",
        "2026-11-30, Etc/GMT+12, 2026-12-01T11:59:59.999Z, 24",
        "2026-11-30, Asia/Kathmandu, 2026-11-30T18:14:59.999Z, 24",
    })
    void a_day_ends_when_its_zone_says_so(LocalDate day, ZoneId zone, Instant end, int hours) {
        assertThat(Periods.endOfDay(day, zone)).isEqualTo(end);
        assertThat(Duration.between(day.atStartOfDay(zone).toInstant(), end.plusMillis(1)))
                .hasHours(hours);
    }

    @Test
    void the_shortest_day_is_the_first_whose_end_is_late_enough() {
        for (var zone : new ZoneId[] {OSTERA, ZoneOffset.ofHours(-3), ZoneOffset.UTC, ZoneOffset.ofHours(14)}) {
            var day = Periods.shortestDay(PRESERVED, 60, zone);

            assertThat(Periods.longEnough(PRESERVED, Periods.endOfDay(day, zone), 60))
                    .isTrue();
            assertThat(Periods.longEnough(PRESERVED, Periods.endOfDay(day.minusDays(1), zone), 60))
                    .isFalse();
        }
    }

    @Test
    void a_period_is_over_from_the_instant_stated() {
        assertThat(Periods.over(SIXTY_DAYS.minusMillis(1), SIXTY_DAYS)).isFalse();
        assertThat(Periods.over(SIXTY_DAYS, SIXTY_DAYS)).isTrue();
    }

    @Test
    void days_left_are_whole_days() {
        assertThat(Periods.daysLeft(PRESERVED, SIXTY_DAYS)).isEqualTo(60);
        assertThat(Periods.daysLeft(PRESERVED.plusMillis(1), SIXTY_DAYS)).isEqualTo(59);
        assertThat(Periods.daysLeft(SIXTY_DAYS.minusMillis(1), SIXTY_DAYS)).isZero();
        assertThat(Periods.daysLeft(SIXTY_DAYS.plus(Duration.ofDays(9)), SIXTY_DAYS))
                .isZero();
    }

    @Test
    void today_depends_on_whose_day_it_is() {
        var now = Instant.parse("2026-11-29T18:00:00Z");
        var until = Periods.endOfDay(LocalDate.of(2026, 11, 30), OSTERA);

        assertThat(Periods.midnightsLeft(now, until, OSTERA)).isZero();
        assertThat(Periods.midnightsLeft(now, until, ZoneOffset.UTC)).isEqualTo(1);
        assertThat(Periods.midnightsLeft(until.plusMillis(1), until, OSTERA)).isEqualTo(-1);
    }
}
