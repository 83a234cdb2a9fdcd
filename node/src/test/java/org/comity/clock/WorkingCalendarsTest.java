package org.comity.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import org.comity.vocabulary.StateParty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

class WorkingCalendarsTest {

    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);

    @Test
    void each_state_rests_on_its_own_days() throws IOException {
        assertThat(of("XA").works(THURSDAY.plusDays(1))).isTrue();
        assertThat(of("XB").works(THURSDAY.plusDays(1))).isFalse();
        assertThat(of("XB").works(LocalDate.of(2026, 11, 29)))
                .as("a holiday of XB")
                .isFalse();
    }

    @Test
    void whose_day_it_is_depends_on_the_zone() throws IOException {
        var thursdayInVelinFridayInOstera = Instant.parse("2026-11-26T17:00:00Z");

        assertThat(of("XA").works(thursdayInVelinFridayInOstera)).isTrue();
        assertThat(of("XB").works(thursdayInVelinFridayInOstera)).isFalse();
        assertThat(of("XB").works(thursdayInVelinFridayInOstera.minusMillis(1))).isTrue();
    }

    @Test
    void days_of_work_pass_over_rest_and_holidays() throws IOException {
        assertThat(of("XB").workingDayFrom(THURSDAY)).isEqualTo(THURSDAY);
        assertThat(of("XB").workingDayFrom(THURSDAY.plusDays(1))).isEqualTo("2026-11-30");
        assertThat(of("XB").after(THURSDAY, 1)).isEqualTo("2026-11-30");
        assertThat(of("XA").after(THURSDAY, 2)).isEqualTo("2026-11-30");
    }

    @Test
    void nothing_is_said_of_a_state_that_stated_nothing() throws IOException {
        assertThat(program().of(new StateParty("XZ"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            XA: {zone: Mars, rest: [], holidays: []}                    | Mars
            XA: {zone: UTC, rest: [someday], holidays: []}              | SOMEDAY
            XA: {zone: UTC, rest: [sunday], holidays: ["2026-02-30"]}   | 2026-02-30
            XA: {zone: UTC, rest: [sunday]}                             | needs zone, rest and holidays
            XA: {zone: UTC, rest: sunday, holidays: []}                 | needs a list
            xa: {zone: UTC, rest: [sunday], holidays: []}               | xa
            XA: {zone: UTC, rest: [monday, tuesday, wednesday, thursday, friday, saturday, sunday], holidays: []} | a calendar needs a day of work
            """)
    void a_calendar_that_makes_no_sense_is_refused(String yaml, String fault) {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> new StatedCalendars(new StringReader(yaml), "calendars.yaml"))
                .withMessageStartingWith("calendars.yaml: ")
                .withMessageContaining(fault);
    }

    private static WorkingCalendar of(String state) throws IOException {
        return program().of(new StateParty(state)).orElseThrow();
    }

    private static StatedCalendars program() throws IOException {
        return new StatedCalendars(new ClassPathResource("clock/calendars.yaml"));
    }
}
