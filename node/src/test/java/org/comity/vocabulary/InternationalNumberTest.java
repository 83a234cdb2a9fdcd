package org.comity.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InternationalNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+999 7 555 0142",
                "0099975550142",
                "+999 (7) 555-01.42",
                "+290 22 222",
                "+999 7 555 0142 ext. 12",
                "+999 7 555 0142, extension 4",
                "+999 7 555 0142 تحويلة 4"
            })
    void another_state_can_dial_it(String typed) {
        assertThat(InternationalNumber.is(typed)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "---",
                "555 0142",
                "+12345",
                "+999 call me",
                "+999 7 555 0142 and then ask",
                "+1234567890123456"
            })
    void nobody_dials_it(String typed) {
        assertThat(InternationalNumber.is(typed)).isFalse();
    }
}
