package org.comity.procedure.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.comity.procedure.form.Identifier.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifierTest {

    @ParameterizedTest
    @CsvSource({
        "pay-notice@mail.example, MAIL",
        "+999 7 555 0142, PHONE",
        "203.0.113.44, IP",
        "2001:db8::1, IP",
        "https://shop.example/a?b=1, URL",
        "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq, WALLET",
        "0x52908400098527886E0F7030069857D2E4169EE7, WALLET",
        "490154203237518, DEVICE",
        "00:1A:2b:3c:4d:5e, DEVICE",
        "pay-notice, OTHER",
        "999.0.113.44, OTHER",
        "pay@notice, OTHER",
    })
    void the_kind_is_read_from_the_line(String line, Kind kind) {
        assertThat(Identifier.parse(line).kind()).isEqualTo(kind);
    }

    @Test
    void an_ip_address_needs_a_time_and_the_time_a_zone() {
        assertThat(Identifier.parse("203.0.113.44").lacksTime()).isTrue();
        assertThat(Identifier.parse("203.0.113.44  2026-11-19 07:12").lacksZone())
                .isTrue();
        assertThat(Identifier.parse("203.0.113.44 2026-11-19 07:12 UTC")).satisfies(it -> {
            assertThat(it.lacksTime()).isFalse();
            assertThat(it.lacksZone()).isFalse();
        });
        assertThat(Identifier.parse("203.0.113.44 2026-11-19T07:12:01+02:00").zone())
                .isEqualTo("+02:00");
        assertThat(Identifier.parse("203.0.113.44 2026-11-19 07:12 Mars/Olympus")
                        .lacksZone())
                .isTrue();
    }

    /** A time that no calendar has is no missing time zone, and an hour without its day is no other kind of thing. */
    @Test
    void an_impossible_time_and_an_hour_without_its_day_are_told_apart() {
        for (var line : List.of("203.0.113.44 2026-02-31 01:05 UTC", "203.0.113.44 2026-11-19 25:65 UTC")) {
            assertThat(Identifier.parse(line).impossibleTime()).as(line).isTrue();
            assertThat(Identifier.parse(line).lacksZone()).as(line).isFalse();
        }
        for (var line : List.of("203.0.113.44 01:05", "203.0.113.44 01:05:10 UTC")) {
            var read = Identifier.parse(line);
            assertThat(read.kind()).as(line).isEqualTo(Kind.IP);
            assertThat(read.lacksDay()).as(line).isTrue();
            assertThat(read.impossibleTime()).as(line).isFalse();
            assertThat(read.line()).isEqualTo(line);
        }
        assertThat(Identifier.parse("203.0.113.44 2026-11-19 07:12 UTC")).satisfies(it -> {
            assertThat(it.lacksDay() || it.impossibleTime()).isFalse();
            assertThat(it.used()).hasValue(Instant.parse("2026-11-19T07:12:00Z"));
        });
    }

    @Test
    void what_was_parsed_is_written_as_it_was_typed() {
        var line = "203.0.113.44 2026-11-19 07:12 UTC";

        assertThat(Identifier.parse(line).line()).isEqualTo(line);
        assertThat(Identifier.of(Identifier.parse(line).json())).isEqualTo(Identifier.parse(line));
    }
}
