package org.comity.procedure.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.comity.procedure.ActField.Kind;
import org.comity.procedure.ActField.Need;
import org.comity.procedure.field.FiledField.Lying;
import org.comity.procedure.form.BodyFields;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PossibleDaysTest {

    private final PossibleDays days =
            new PossibleDays(Clock.fixed(Instant.parse("2026-11-30T02:00:00Z"), ZoneOffset.UTC));

    /** At two in the morning in UTC it is the day before in much of the Pacific, and the same day at the other end of it. */
    @ParameterizedTest
    @CsvSource({
        "day, AHEAD, 2026-11-29, true",
        "day, AHEAD, 2026-11-28, false",
        "day, PAST, 2026-11-30, true",
        "day, PAST, 2026-12-01, false",
        "instant, AHEAD, 2026-11-29T23:59:59Z, true",
        "instant, AHEAD, 2026-11-28T23:59:59Z, false",
        "moment, AHEAD, 2026-11-30T02:00:00Z, true",
        "moment, AHEAD, 2026-11-30T01:59:59Z, false",
        "moment, AFTER_END, 2026-11-30T02:00:00Z, true",
        "moment, AFTER_END, 2026-11-30T01:59:59Z, false",
        "moment, PAST, 2026-11-30T02:01:00Z, true",
        "moment, PAST, 2026-11-30T02:01:01Z, false",
        "moment, ANYWHEN, 9999-01-01T00:00:00Z, true",
        "day, ANYWHEN, 1800-01-01, false",
        "day, PAST, 1800-01-01, false",
        "day, AHEAD, 2226-01-01, true",
        "day, OF_LAW, 1800-01-01, true",
        "day, OF_LAW, 0202-01-01, false",
        "day, OF_LAW, 2226-01-01, true",
        "day, PAST, 2226-01-01, false",
        "day, AHEAD, '', true",
        "day, AHEAD, soon, true",
        "moment, PAST, soon, true",
    })
    void a_day_is_judged_kindly_and_a_moment_to_the_minute(String type, Lying lying, String said, boolean right) {
        assertThat(days.wrong(field(type, lying), new BodyFields(Map.of("it", said))))
                .hasSize(right ? 0 : 1);
    }

    @ParameterizedTest
    @CsvSource({
        "day, 2076-11-30, false",
        "day, 2076-12-01, true",
        "moment, 2077-01-01T00:00:00Z, true",
        "day, soon, false"
    })
    void more_than_fifty_years_are_far(String type, String said, boolean far) {
        assertThat(days.far(field(type, Lying.ANYWHEN), new BodyFields(Map.of("it", said))))
                .isEqualTo(far);
    }

    @ParameterizedTest
    @CsvSource({
        "day, 2126-11-30, false",
        "day, 2126-12-01, true",
        "day, 2201-03-01, true",
        "day, 1926-11-30, false",
        "day, 1926-11-29, true",
        "day, 0026-03-01, true",
        "moment, 0026-03-01T00:00:00Z, true",
        "day, soon, false"
    })
    void a_year_of_another_age_is_a_slip_of_the_hand(String type, String said, boolean impossible) {
        assertThat(days.impossible(field(type, Lying.ANYWHEN), new BodyFields(Map.of("it", said))))
                .hasSize(impossible ? 1 : 0);
    }

    /** A day counts to its end; what is over is told as of any that must lie ahead. */
    @ParameterizedTest
    @CsvSource({
        "day, AFTER_END, 2027-03-01, false",
        "day, AFTER_END, 2027-02-28, true",
        "moment, AFTER_END, 2027-03-01T12:00:01Z, false",
        "moment, AFTER_END, 2027-03-01T12:00:00Z, true",
        "moment, AHEAD, 2027-01-01T00:00:00Z, false",
        "day, AFTER_END, soon, false",
        "day, AFTER_END, '', false",
    })
    void more_time_ends_after_the_present_end(String type, Lying lying, String said, boolean notAfter) {
        var end = Instant.parse("2027-03-01T12:00:00Z");
        assertThat(days.notAfter(end, field(type, lying), new BodyFields(Map.of("it", said))))
                .isEqualTo(notAfter);
    }

    /** A column says where its days must lie; of an amount its field says it. */
    @ParameterizedTest
    @CsvSource({
        "rows, on, PAST, 2026-12-01, past",
        "rows, on, PAST, 2026-11-29, ''",
        "rows, on, AHEAD, 2026-11-28, ahead",
        "rows, on, ANYWHEN, 1800-01-01, impossible-day",
        "rows, on, OF_LAW, 1800-01-01, ''",
        "rows, on, AHEAD, soon, ''",
        "money, on, PAST, 2026-12-01, past",
        "property, on, PAST, 1800-01-01, impossible-day",
        "virtual-assets, on, PAST, 2026-12-01, past",
        "virtual-assets, on, ANYWHEN, 2026-12-01, ''",
    })
    void a_day_is_told_in_its_row(String type, String column, Lying lying, String said, String told) {
        var rows = List.of(Map.of(column, "2026-11-29"), Map.of(column, said));

        assertThat(days.wrong(field(type, lying), new BodyFields(Map.of("it", rows))))
                .extracting(it -> it.field() + " " + it.line() + " " + it.key())
                .isEqualTo(told.isEmpty() ? List.of() : List.of("it.1." + column + " 2 " + told));
    }

    @ParameterizedTest
    @CsvSource({"1800-01-01T00:00:00Z, from", "2020-01-01T00:00:00Z, ''", "2226-01-01T00:00:00Z, ''"})
    void a_period_begins_in_no_other_age(String from, String told) {
        assertThat(days.wrong(field("period", Lying.ANYWHEN), new BodyFields(Map.of("from", from))))
                .extracting(FieldType.Missing::field)
                .isEqualTo(told.isEmpty() ? List.of() : List.of(told));
    }

    /** Of some only the year or the month is known. */
    @ParameterizedTest
    @CsvSource({
        "1877, true",
        "1876, false",
        "1990-02, true",
        "1990-02-28, true",
        "2026-11-30, true",
        "2026-12-02, false",
        "2027, false",
        "0199-01-01, false",
        "unknown, true",
        "'', true"
    })
    void nobody_was_born_tomorrow_or_before_everybody_alive(String born, boolean right) {
        var persons = List.of(Map.of("name", "Ana"), Map.of("name", "Ivo", "born", born));

        assertThat(days.wrong(field("person", Lying.ANYWHEN), new BodyFields(Map.of("it", persons))))
                .extracting(it -> it.field() + " " + it.line() + " " + it.key())
                .isEqualTo(right ? List.of() : List.of("it.1.born 2 impossible-day"));
    }

    private static FiledField field(String type, Lying lying) {
        return new FiledField(
                "it",
                FieldTypes.of(type).orElseThrow(),
                Need.NO,
                null,
                List.of(),
                false,
                type.equals("rows")
                        ? List.of(new FiledField.Column("on", false, Kind.DAY, List.of(), lying))
                        : List.of(),
                0,
                0,
                false,
                false,
                "",
                "",
                lying,
                FiledField.Marks.NONE);
    }
}
