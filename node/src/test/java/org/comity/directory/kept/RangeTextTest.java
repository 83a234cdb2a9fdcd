package org.comity.directory.kept;

import static org.assertj.core.api.Assertions.assertThat;

import org.comity.directory.NotedRange.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A range has one writing, under which it is kept and found. */
class RangeTextTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.0/24, ADDRESS, 203.0.113.0/24",
        "203.0.113.7, ADDRESS, 203.0.113.7/32",
        "2001:DB8::/32, ADDRESS, 2001:db8:0:0:0:0:0:0/32",
        "Mail.Example., DOMAIN, mail.example",
        "*.mail.example, DOMAIN, mail.example",
        "@mail.example, DOMAIN, mail.example",
        "bücher.example, DOMAIN, xn--bcher-kva.example",
        "+999 (12) 3-4, NUMBER, +9991234"
    })
    void what_is_noted_has_one_writing(String typed, Kind kind, String key) {
        assertThat(RangeText.noted(typed).range()).isEqualTo(new RangeText(kind, key));
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7/24, host-bits, 203.0.113.0/24",
        "2001:db8::1/64, host-bits, 2001:db8:0:0:0:0:0:0/64",
        "10.0.0.0/7, wide, ''",
        "2000::/3, wide, ''",
        "::ffff:0:0/96, wide, ''",
        "+99, wide, ''",
        "+9991234567890123456, form, ''",
        "example, form, ''",
        "203.0.113.0/33, form, ''",
        "mail example, form, ''",
        "'', form, ''"
    })
    void what_is_no_range_says_why(String typed, String why, String meant) {
        var reading = RangeText.noted(typed);

        assertThat(reading.range()).isNull();
        assertThat(reading.why()).isEqualTo(why);
        assertThat(reading.meant()).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7/32",
        "::ffff:203.0.113.7, 203.0.113.7/32",
        "http://203.0.113.7:8080/login, 203.0.113.7/32",
        "'https://[2001:db8::7]/x', 2001:db8:0:0:0:0:0:7/128",
        "Ana@Mail.Example, mail.example",
        "https://ana:word@shop.mail.example/a?b#c, shop.mail.example",
        "shop.mail.example, shop.mail.example",
        "+999 123 4567, +9991234567"
    })
    void what_is_sought_is_found_in_what_people_write(String identifier, String key) {
        assertThat(RangeText.sought(identifier).map(RangeText::key)).contains(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bc1qxy2kgdygjrsqtzq2n0yrf2493p83kkfjhx0wlh", "a name", "490154203237518", "+12", ""})
    void what_is_no_address_is_not(String identifier) {
        assertThat(RangeText.sought(identifier)).isEmpty();
    }

    @Test
    void a_name_stands_in_those_above_it_and_a_number_in_its_beginnings() {
        assertThat(RangeText.sought("a.b.mail.example").orElseThrow().names())
                .containsExactly("a.b.mail.example", "b.mail.example", "mail.example");
        assertThat(RangeText.sought("+999123").orElseThrow().names())
                .containsExactly("+999123", "+99912", "+9991", "+999");
    }

    @ParameterizedTest
    @CsvSource({
        "10.9.8.7, private",
        "100.64.1.1, shared",
        "192.0.2.9, documentation",
        "fd00::1, private",
        "2001:db8::5, documentation",
        "::1, loopback",
        "mail.example, documentation",
        "ana@example.org, documentation",
        "printer.local, link-local",
        "8.8.8.8, ",
        "2a00::1, ",
        "notexample, ",
        "mail.notexample, "
    })
    void registries_keep_some_for_themselves(String identifier, String what) {
        var found = RangeText.sought(identifier)
                .flatMap(new SpecialRanges(false)::of)
                .map(it -> it.what());

        assertThat(found.orElse(null)).isEqualTo(what);
    }

    @Test
    void those_of_documents_are_where_practice_lives() {
        var practice = new SpecialRanges(true);

        assertThat(practice.of(RangeText.sought("192.0.2.9").orElseThrow())).isEmpty();
        assertThat(practice.of(RangeText.sought("10.0.0.1").orElseThrow())).isPresent();
    }
}
