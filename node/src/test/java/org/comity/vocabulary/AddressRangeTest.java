package org.comity.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "203.0.113.44",
                "203.0.113.0/25",
                "2001:db8::/32",
                "::",
                "::1",
                "::ffff:203.0.113.0/120",
                "::ffff:203.0.113.7"
            })
    void addresses_and_ranges_are_read(String word) {
        assertThat(AddressRange.of(word)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "999.1.1.1",
                "203.0.113",
                "203.0.113.0/33",
                "2001:db8::/129",
                "::ffff:203.0.113.7/95",
                "::ffff:203.0.113.7/129",
                "12:30",
                "mail.example",
                ":",
                "1.2.3.4.5",
                "+999 2 555"
            })
    void what_is_neither_is_not(String word) {
        assertThat(AddressRange.of(word)).isEmpty();
    }

    /** An address of four bytes takes a length of at most 32 in the database. */
    @ParameterizedTest
    @CsvSource({
        "::ffff:203.0.113.0/120, 203.0.113.0/24",
        "::ffff:203.0.113.7/128, 203.0.113.7/32",
        "::ffff:cb00:7107/96, 203.0.113.7/0",
        "203.0.113.0/25, 203.0.113.0/25"
    })
    void an_address_of_four_bytes_written_in_sixteen_has_the_length_of_four(String word, String range) {
        assertThat(AddressRange.of(word)).hasValue(range);
    }

    @Test
    void they_are_found_in_a_text() {
        assertThat(AddressRange.in("From 198.51.100.7, (203.0.113.0/25) or [2001:db8::1]. At 12:30, version 1.2.3."))
                .containsExactly("198.51.100.7", "203.0.113.0/25", "2001:db8::1");
    }
}
