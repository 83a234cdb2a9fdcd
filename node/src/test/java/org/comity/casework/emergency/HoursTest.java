package org.comity.casework.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is promised on the phone, and whom we call first. */
class HoursTest {

    @Test
    void a_promise_is_a_whole_five_minutes_and_never_too_early() {
        var at = Instant.parse("2026-11-24T13:47:12.5Z");
        assertThat(Hours.utc(Hours.after(at, Duration.ofMinutes(15)))).isEqualTo("14:05 UTC");
        assertThat(Hours.after(Instant.parse("2026-11-24T13:45:00Z"), Duration.ofMinutes(15)))
                .isEqualTo("2026-11-24T14:00:00Z");
    }

    @Test
    void the_hour_of_a_promise_is_read_from_its_words_and_is_over_once_it_has_come() {
        assertThat(Hours.promised("Received. By 01:45 UTC. More.", "Received. By HOUR.", "HOUR"))
                .hasValue("01:45 UTC");
        assertThat(Hours.promised("Seen at 01:45 UTC.", "Received. By HOUR.", "HOUR"))
                .isEmpty();
        assertThat(Hours.over("01:45 UTC", Instant.parse("2026-11-30T01:46:00Z")))
                .isTrue();
        assertThat(Hours.over("01:45 UTC", Instant.parse("2026-11-30T01:44:00Z")))
                .isFalse();
        assertThat(Hours.over("00:05 UTC", Instant.parse("2026-11-30T23:50:00Z")))
                .isFalse();
        assertThat(Hours.over("23:55 UTC", Instant.parse("2026-11-30T00:10:00Z")))
                .isTrue();
    }

    @Test
    void an_hour_that_no_day_has_is_read_as_it_was_typed_and_is_never_over() {
        for (var slip : List.of("25:10 UTC", "28:10 UTC", "99:99 UTC", "9:30 UTC")) {
            assertThat(Hours.promised("Received. By " + slip + ". More.", "Received. By HOUR.", "HOUR"))
                    .hasValue(slip);
            assertThat(Hours.ofDay(slip)).as(slip).isFalse();
            assertThat(Hours.over(slip, Instant.parse("2026-11-30T01:46:00Z")))
                    .as(slip)
                    .isFalse();
        }
        assertThat(Hours.ofDay("20:10 UTC")).isTrue();
    }

    @Test
    void any_hour_in_words_of_ones_own_is_found_in_the_way_that_each_language_writes_it() {
        var now = Instant.parse("2026-11-30T07:52:00Z");
        for (var said : List.of(
                "Received at 07:41 UTC. We call you back by 08:10 UTC, at 09:00 UTC at the latest.",
                "Reçu. Nous vous rappelons avant 8 h 10 (UTC).",
                "Chúng tôi gọi lại trước 08h10 UTC.",
                "Wij bellen terug om 8.10 UTC.",
                "نعاود الاتصال بكم بحلول \u2066٠٨:١٠ UTC\u2069.")) {
            assertThat(Hours.meant(said, now)).as(said).hasValue("08:10 UTC");
        }
        assertThat(Hours.meant("We received your request at 07:41 UTC and act on it.", now))
                .isEmpty();
        assertThat(Hours.meant("Seen at 07:40:12 UTC and 2026-11-30T12:34:56 UTC. By 18:30 UTC+2, or 08:10 UTC.", now))
                .hasValue("08:10 UTC");
        assertThat(Hours.meant("By 08:10 UTC, or 25:10 UTC.", now)).hasValue("25:10 UTC");
        assertThat(Hours.meant("Received. File 12:34:56. Soon, by 08:10.", now)).isEmpty();
        assertThat(Hours.nearest("00:05 UTC", Instant.parse("2026-11-30T23:50:00Z")))
                .isEqualTo("2026-12-01T00:05:00Z");
    }

    @Test
    void the_line_of_a_provider_is_known_by_its_name_in_what_they_wrote() {
        var settings = settings(Duration.ofMinutes(15));
        assertThat(settings.line("EXAMPLE CHAT, Velin"))
                .map(EmergencySettings.Line::phone)
                .hasValue("+999 2 555 0199");
        assertThat(settings.line("Another Mail")).isEmpty();
        assertThat(settings.line("")).isEmpty();
    }

    @Test
    void an_hour_that_nobody_can_keep_is_not_promised() {
        assertThatIllegalArgumentException().isThrownBy(() -> settings(Duration.ofHours(7)));
        assertThatIllegalArgumentException().isThrownBy(() -> settings(Duration.ZERO));
    }

    private static EmergencySettings settings(Duration callBack) {
        return new EmergencySettings(
                callBack, Duration.ofHours(1), List.of(new EmergencySettings.Line("Example Chat", "+999 2 555 0199")));
    }
}
