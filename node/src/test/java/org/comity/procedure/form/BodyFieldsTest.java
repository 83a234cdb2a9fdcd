package org.comity.procedure.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyFieldsTest {

    @Test
    void aDayIsReadAsTheCalendarWritesIt() {
        assertThat(said("2027-02-28").day("it")).isEqualTo(LocalDate.of(2027, 2, 28));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2027-02-30", "+999999999-12-31", "-0001-01-01", "0000-01-01", "275760-09-13", "soon"})
    void noOtherWordIsADay(String text) {
        assertThat(said(text).day("it")).isNull();
    }

    @Test
    void anInstantIsReadInUtc() {
        assertThat(said("2027-02-28T23:59:59Z").instant("it")).isEqualTo(Instant.parse("2027-02-28T23:59:59Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "+1000000000-12-31T23:59:59Z", "2027-02-28T24:00:00Z", "2027-02-28T10:00:00+02:00", "soon"})
    void noOtherWordIsAnInstant(String text) {
        assertThat(said(text).instant("it")).isNull();
    }

    private static BodyFields said(String text) {
        return new BodyFields(Map.of("it", text));
    }
}
