package org.comity.paper;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.PastStep;
import org.comity.proof.form.Digests;
import org.comity.sheet.SheetHeader;
import org.comity.vocabulary.Role;

/** One row of a file of past requests, as it stands in its columns; {@link #wrong} says what hinders it. */
record PastRequest(int row, Map<String, String> cells, PastSteps known) {

    static final List<String> COLUMNS = List.of(
            "state",
            "direction",
            "channel",
            "day",
            "number",
            "our_case",
            "their_case",
            "identifiers",
            "summary",
            "status",
            "status_day",
            "until",
            "procedure",
            "instrument",
            "basis_kind",
            "first_until",
            "done_day",
            "posted_day",
            "posted_number");
    static final Set<String> NEEDED = Set.of("state", "direction", "channel", "day", "number", "summary");

    private static final Set<String> DIRECTIONS = Set.of("asked-by-us", "asked-by-them");
    private static final List<String> HAPPENED = List.of("day", "status_day", "done_day", "posted_day");
    private static final int LONGEST = 2000;

    /** @param what the column, or the row that says the same */
    record Wrong(String why, String what) {}

    static List<PastRequest> of(List<List<String>> rows, PastSteps known) {
        var header = SheetHeader.of(rows);
        return IntStream.range(1, rows.size())
                .filter(i -> rows.get(i).stream().anyMatch(it -> !it.isBlank()))
                .mapToObj(i -> new PastRequest(i + 1, header.cells(COLUMNS, rows.get(i)), known))
                .toList();
    }

    /** Whether a row says anything in the name of the other State, other than what we asked it. */
    boolean saysForThem(KnownProcedure procedure) {
        return !askedByUs()
                || steps().stream().anyMatch(it -> PastSteps.by(procedure, it.type()) != ourRole(procedure.opener()));
    }

    String get(String column) {
        return cells.getOrDefault(column, "");
    }

    /** Everything that is wrong with the row itself; whether its State is known the caller knows. */
    List<Wrong> wrong(Clock clock) {
        var found = new ArrayList<Wrong>();
        COLUMNS.stream()
                .filter(NEEDED::contains)
                .filter(it -> get(it).isEmpty())
                .forEach(it -> found.add(new Wrong("empty", it)));
        COLUMNS.stream().filter(it -> get(it).length() > LONGEST).forEach(it -> found.add(new Wrong("long", it)));
        unless(found, get("direction").isEmpty() || DIRECTIONS.contains(get("direction")), "unknown", "direction");
        unless(found, get("channel").isEmpty() || PaperArrival.channel(get("channel")) != null, "unknown", "channel");
        unless(found, known.laws().contains(law()), "unknown", "procedure");
        unless(found, known.of(law(), get("status")).isPresent(), "unknown", "status");
        for (var day : List.of("day", "status_day", "until", "first_until", "done_day", "posted_day")) {
            unless(found, get(day).isEmpty() || PaperArrival.day(get(day)) != null, "day", day);
        }
        for (var day : HAPPENED) {
            var happened = PaperArrival.day(get(day));
            var why = happened == null ? null : PaperArrival.wrong(happened, clock);
            unless(found, why == null, PaperArrival.IN_THE_FUTURE.equals(why) ? "future" : "year", day);
        }
        for (var end : PastSteps.ends(steps())) {
            unless(found, !get(end).isEmpty(), "empty", end);
        }
        if (found.isEmpty()) {
            order(found);
        }
        return found;
    }

    /**
     * An extension ends later than what it extends, nothing expires before its end, nothing is answered before the letter
     * left, and what was done is not older than the request. Files of before, which name no day of that, may give an older day to a status of one step.
     */
    private void order(List<Wrong> found) {
        var until = PaperArrival.day(get("until"));
        var first = PaperArrival.day(get("first_until"));
        unless(
                found,
                PastSteps.ends(steps()).size() < 2 || until == null || first == null || first.isBefore(until),
                "order",
                "first_until");
        unless(
                found,
                steps().stream().noneMatch(PastStep::reached)
                        || until == null
                        || !statusDay().isBefore(until),
                "order",
                "status_day");
        if (askedByUs() && !get("posted_day").isEmpty()) {
            unless(
                    found,
                    !postedDay().isBefore(day())
                            && (steps().isEmpty() || !doneDay().isBefore(postedDay())),
                    "order",
                    "posted_day");
        }
        boolean named = !get("done_day").isEmpty();
        if (named || steps().size() > 1) {
            unless(
                    found,
                    !doneDay().isAfter(statusDay()) && !doneDay().isBefore(day()),
                    "order",
                    named ? "done_day" : "status_day");
        }
    }

    private static void unless(List<Wrong> found, boolean right, String why, String column) {
        if (!right) {
            found.add(new Wrong(why, column));
        }
    }

    boolean askedByUs() {
        return get("direction").equals("asked-by-us");
    }

    /** Who asks, or gives, opened it. */
    Role ourRole(Role opener) {
        return askedByUs() ? opener : opener.other();
    }

    /** The procedure as the law data name it; files of before have one kind only. */
    String law() {
        return get("procedure").isEmpty() ? known.usual() : get("procedure");
    }

    /** The steps that led to its status; none when it was only asked. */
    List<PastStep> steps() {
        return known.of(law(), get("status")).orElse(List.of());
    }

    LocalDate day() {
        return java.util.Objects.requireNonNull(PaperArrival.day(get("day")));
    }

    LocalDate statusDay() {
        var day = PaperArrival.day(get("status_day"));
        return day == null ? day() : day;
    }

    /** When it was preserved or delivered, of a status that came after. */
    LocalDate doneDay() {
        var day = PaperArrival.day(get("done_day"));
        return day == null ? statusDay() : day;
    }

    /** When the letter with which we asked left. */
    LocalDate postedDay() {
        var day = PaperArrival.day(get("posted_day"));
        return day == null ? day() : day;
    }

    /** By which the same request is known again, in whatever file it comes. */
    String key(String counterpart) {
        var same = "%s|%s|%s".formatted(counterpart, get("direction"), get("number"));
        return Digests.sha256((law().equals(known.usual()) ? same : same + "|" + law())
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
