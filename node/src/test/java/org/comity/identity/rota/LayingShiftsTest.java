package org.comity.identity.rota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where a pattern of weeks falls on days, hours and their gaps, also over a change of the clock. */
class LayingShiftsTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Set<DayOfWeek> DAILY = EnumSet.allOf(DayOfWeek.class);
    private static final LocalDate MONDAY = LocalDate.parse("2026-11-02");

    @Test
    void a_night_that_begins_yesterday_is_laid_and_what_is_over_is_not() {
        var night = shift(1, "maren", MONDAY, DAILY, 1, "20:00", "08:00");

        var laid = laid(List.of(night), List.of(), "2026-11-10T03:00:00Z", "2026-11-11T03:00:00Z");

        assertThat(laid).extracting(ShiftOfDay::day).containsExactly(day("2026-11-09"), day("2026-11-10"));
        assertThat(laid.getFirst().from()).isEqualTo("2026-11-09T19:00:00Z");
        assertThat(laid.getFirst().until()).isEqualTo("2026-11-10T07:00:00Z");
    }

    @Test
    void every_second_week_counts_from_the_week_of_the_first_day() {
        var fridays = Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        var laid = laid(
                List.of(shift(1, "maren", day("2026-11-04"), fridays, 2, "08:00", "16:00")),
                List.of(),
                "2026-11-01T00:00:00Z",
                "2026-11-29T00:00:00Z");

        assertThat(laid)
                .extracting(ShiftOfDay::day)
                .containsExactly(day("2026-11-06"), day("2026-11-16"), day("2026-11-20"));
    }

    @Test
    void days_and_nights_leave_no_gap_when_the_clock_is_changed() {
        var shifts = List.of(
                shift(1, "maren", day("2026-01-01"), DAILY, 1, "02:30", "14:30"),
                shift(2, "tolva", day("2026-01-01"), DAILY, 1, "14:30", "02:30"));
        for (var night : List.of("2026-03-28", "2026-10-24")) {
            var from = Instant.parse(night + "T12:00:00Z");
            var until = from.plusSeconds(3 * 86_400);
            var stretches = LayingShifts.stretches(lay(shifts, List.of(), from, until), from, until);

            assertThat(stretches).noneMatch(RotaStretch::gap).noneMatch(RotaStretch::twice);
        }
        var spring = laid(shifts, List.of(), "2026-03-28T14:00:00Z", "2026-03-29T12:00:00Z");
        assertThat(spring.getLast().from())
                .as("half past two is half past three")
                .isEqualTo("2026-03-29T01:30:00Z");
    }

    @Test
    void an_hour_that_the_clock_leaves_out_is_no_shift() {
        var shifts = List.of(shift(1, "maren", day("2026-01-01"), DAILY, 1, "02:00", "03:00"));

        assertThat(laid(shifts, List.of(), "2026-03-28T12:00:00Z", "2026-03-29T12:00:00Z"))
                .isEmpty();
    }

    @Test
    void gaps_and_double_shifts_are_found_between_the_edges() {
        var shifts = List.of(
                shift(1, "maren", MONDAY, Set.of(DayOfWeek.MONDAY), 1, "08:00", "16:00"),
                shift(2, "tolva", MONDAY, Set.of(DayOfWeek.MONDAY), 1, "14:00", "22:00"));
        var from = Instant.parse("2026-11-02T07:00:00Z");
        var until = Instant.parse("2026-11-03T07:00:00Z");

        var stretches = LayingShifts.stretches(lay(shifts, List.of(), from, until), from, until);

        assertThat(stretches).filteredOn(RotaStretch::twice).singleElement().satisfies(it -> {
            assertThat(it.officers()).containsExactly("maren", "tolva");
            assertThat(it.from()).isEqualTo("2026-11-02T13:00:00Z");
            assertThat(it.until()).isEqualTo("2026-11-02T15:00:00Z");
        });
        assertThat(stretches).filteredOn(RotaStretch::gap).singleElement().satisfies(it -> {
            assertThat(it.from()).isEqualTo("2026-11-02T21:00:00Z");
            assertThat(it.until()).isEqualTo(until);
        });
    }

    @Test
    void the_newest_change_of_a_day_counts_and_nobody_leaves_a_gap() {
        var shifts = List.of(shift(1, "maren", MONDAY, DAILY, 1, "00:00", "00:00"));
        var changes =
                List.of(change(3, "2026-11-05", "2026-11-05", null), change(2, "2026-11-04", "2026-11-06", "tolva"));

        var laid = laid(shifts, changes, "2026-11-03T00:00:00Z", "2026-11-06T22:00:00Z");

        assertThat(laid).extracting(ShiftOfDay::officer).containsExactly("maren", "tolva", null, "tolva");
        var from = Instant.parse("2026-11-03T00:00:00Z");
        assertThat(LayingShifts.stretches(laid, from, from.plusSeconds(3 * 86_400)))
                .filteredOn(RotaStretch::gap)
                .extracting(RotaStretch::from)
                .containsExactly(Instant.parse("2026-11-04T23:00:00Z"));
    }

    @Test
    void whoever_has_left_covers_nothing() {
        var shifts = List.of(shift(1, "gone", MONDAY, DAILY, 1, "00:00", "00:00"));
        var from = Instant.parse("2026-11-03T00:00:00Z");
        var until = from.plusSeconds(86_400);

        var laid = LayingShifts.lay(shifts, List.of(), PARIS, from, until, it -> !it.equals("gone"));

        assertThat(laid).isNotEmpty().noneMatch(ShiftOfDay::there);
        assertThat(LayingShifts.stretches(laid, from, until)).containsExactly(new RotaStretch(from, until, List.of()));
    }

    private static DutyShift shift(
            long id, String person, LocalDate first, Set<DayOfWeek> days, int every, String from, String until) {
        return new DutyShift(
                id, person, first, null, days, every, LocalTime.parse(from), LocalTime.parse(until), false);
    }

    private static ShiftChange change(long id, String first, String last, @Nullable String instead) {
        return new ShiftChange(id, 1, day(first), day(last), instead);
    }

    private static List<ShiftOfDay> laid(List<DutyShift> shifts, List<ShiftChange> changes, String from, String until) {
        return lay(shifts, changes, Instant.parse(from), Instant.parse(until));
    }

    private static List<ShiftOfDay> lay(
            List<DutyShift> shifts, List<ShiftChange> changes, Instant from, Instant until) {
        return LayingShifts.lay(shifts, changes, PARIS, from, until, _ -> true);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
