package org.comity.identity.rota;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lays shifts on the days of a calendar, and finds where nobody is on duty or several are. */
final class LayingShifts {

    private LayingShifts() {}

    /**
     * Those that run between the two instants, earliest first.
     *
     * @param changes newest first: the newest counts
     * @param there whether an officer is here and may answer
     */
    static List<ShiftOfDay> lay(
            List<DutyShift> shifts,
            List<ShiftChange> changes,
            ZoneId zone,
            Instant from,
            Instant until,
            Predicate<String> there) {
        // A shift is a day long at most, so that one that runs now began yesterday at the earliest.
        var first = LocalDate.ofInstant(from, zone).minusDays(1);
        var days =
                first.datesUntil(LocalDate.ofInstant(until, zone).plusDays(1)).toList();
        var changed = changes.stream().collect(Collectors.groupingBy(ShiftChange::shift));
        return shifts.stream()
                .flatMap(shift -> days.stream()
                        .filter(shift::beginsOn)
                        .map(day -> on(shift, day, changed.getOrDefault(shift.id(), List.of()), zone, there)))
                // Where the clock is put forward over all of it, nothing is left of a shift.
                .filter(it -> it.from().isBefore(it.until()))
                .filter(it -> it.from().isBefore(until) && it.until().isAfter(from))
                .sorted(Comparator.comparing(ShiftOfDay::from)
                        .thenComparing(it -> it.shift().id()))
                .toList();
    }

    /** Who is on duty throughout these hours; whoever is not there covers nothing. */
    static List<RotaStretch> stretches(List<ShiftOfDay> laid, Instant from, Instant until) {
        var covering = laid.stream().filter(ShiftOfDay::there).toList();
        var edges = new TreeSet<>(List.of(from, until));
        covering.stream()
                .flatMap(it -> Stream.of(it.from(), it.until()))
                .filter(it -> it.isAfter(from) && it.isBefore(until))
                .forEach(edges::add);
        var all = new ArrayList<RotaStretch>();
        for (var begins : edges.headSet(until)) {
            var ends = Objects.requireNonNull(edges.higher(begins));
            var officers = covering.stream()
                    .filter(it -> it.runs(begins))
                    .map(it -> Objects.requireNonNull(it.officer()))
                    .distinct()
                    .sorted()
                    .toList();
            if (!all.isEmpty() && all.getLast().officers().equals(officers)) {
                all.add(new RotaStretch(all.removeLast().from(), ends, officers));
            } else {
                all.add(new RotaStretch(begins, ends, officers));
            }
        }
        return all;
    }

    private static ShiftOfDay on(
            DutyShift shift, LocalDate day, List<ShiftChange> changes, ZoneId zone, Predicate<String> there) {
        var change = changes.stream().filter(it -> it.covers(day)).findFirst().orElse(null);
        var officer = change == null ? shift.person() : change.instead();
        return new ShiftOfDay(
                shift,
                day,
                shift.start(day, zone),
                shift.end(day, zone),
                shift.person(),
                officer,
                officer != null && there.test(officer));
    }
}
