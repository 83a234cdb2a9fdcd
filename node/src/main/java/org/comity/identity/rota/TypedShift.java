package org.comity.identity.rota;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.comity.ui.FormProblems;
import org.comity.ui.TypedText;

/** Holds a shift as it was typed. */
public record TypedShift(
        String officer, String firstDay, String lastDay, List<String> days, String every, String from, String until) {

    static final TypedShift EMPTY = new TypedShift("", "", "", List.of(), "1", "", "");

    public TypedShift {
        days = List.copyOf(days);
    }

    static TypedShift posted(Map<String, List<String>> form) {
        return new TypedShift(
                text(form, "officer"),
                text(form, "firstDay"),
                text(form, "lastDay"),
                form.getOrDefault("days", List.of()).stream()
                        .map(TypedText::line)
                        .limit(7)
                        .toList(),
                text(form, "every"),
                text(form, "from"),
                text(form, "until"));
    }

    /** @param officers who may be on duty */
    FormProblems problems(Set<String> officers) {
        var problems = FormProblems.NONE;
        if (!officers.contains(officer)) {
            problems = problems.with("officer", "rota.officer.wrong");
        }
        var first = TypedText.day(firstDay);
        if (first.isEmpty()) {
            problems = problems.with("firstDay", "rota.day.wrong");
        }
        if (!lastDay.isEmpty() && last().isEmpty()) {
            problems = problems.with("lastDay", "rota.day.wrong");
        } else if (first.isPresent() && last().filter(first.get()::isAfter).isPresent()) {
            problems = problems.with("lastDay", "rota.last-day.before");
        } else if (first.isPresent() && weekdays().isEmpty()) {
            problems = problems.with("days", "rota.days.missing");
        } else if (first.isPresent() && never(first.get())) {
            problems = problems.with("days", "rota.days.never");
        }
        if (weeks().isEmpty()) {
            problems = problems.with("every", "rota.every.wrong");
        }
        if (time(from).isEmpty()) {
            problems = problems.with("from", "rota.time.wrong");
        }
        if (time(until).isEmpty()) {
            problems = problems.with("until", "rota.time.wrong");
        }
        return problems;
    }

    /** Without problems alone. */
    DutyShift shift() {
        return new DutyShift(
                0,
                officer,
                TypedText.day(firstDay).orElseThrow(),
                last().orElse(null),
                weekdays(),
                weeks().orElseThrow(),
                time(from).orElseThrow(),
                time(until).orElseThrow(),
                false);
    }

    private Optional<LocalDate> last() {
        return TypedText.day(lastDay);
    }

    /** One day needs no day of the week. */
    private Set<DayOfWeek> weekdays() {
        if (!firstDay.isEmpty() && firstDay.equals(lastDay)) {
            return Set.of(DayOfWeek.values());
        }
        return Arrays.stream(DayOfWeek.values())
                .filter(it -> days.contains(it.name()))
                .collect(Collectors.toSet());
    }

    /** No such day of the week, in a week that counts, lies between the first day and the last. */
    private boolean never(LocalDate first) {
        var shift = new DutyShift(
                0,
                officer,
                first,
                last().orElse(null),
                weekdays(),
                weeks().orElse(1),
                LocalTime.MIDNIGHT,
                LocalTime.MIDNIGHT,
                false);
        return !shift.beginsBetween(first, last().orElse(LocalDate.MAX));
    }

    private Optional<Integer> weeks() {
        return every.matches("[1-" + DutyShift.MOST_WEEKS + "]")
                ? Optional.of(Integer.valueOf(every))
                : Optional.empty();
    }

    private static Optional<LocalTime> time(String typed) {
        try {
            return Optional.of(LocalTime.parse(typed).truncatedTo(ChronoUnit.MINUTES));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    private static String text(Map<String, List<String>> form, String name) {
        return TypedText.line(TypedText.first(form, name));
    }
}
