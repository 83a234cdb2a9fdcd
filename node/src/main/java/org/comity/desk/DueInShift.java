package org.comity.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.comity.casework.Compartments;
import org.comity.casework.PreparedActs;
import org.comity.casework.Promises;
import org.comity.casework.Promises.Promise;
import org.comity.desk.Handover.Line;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.procedure.Requests.Filter;
import org.comity.procedure.Requests.Order;
import org.comity.procedure.Requests.View;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds which requests are due, end, or have something promised within one shift. */
@Component
class DueInShift {

    private static final Duration SHIFT = Duration.ofHours(12);
    private static final int PAGE = 50;

    private final Requests requests;
    private final PreparedActs prepared;
    private final Promises promises;

    DueInShift(Requests requests, PreparedActs prepared, Promises promises) {
        this.requests = requests;
        this.prepared = prepared;
        this.promises = promises;
    }

    /** @param more there is more in these hours than {@code lines} name */
    record Found(List<Line> lines, boolean more) {}

    /** Each of both from one page of the list, in the order of that hour by which it is in the shift or not. */
    Found due(Instant now) {
        var until = now.plus(SHIFT);
        var ours = requests.list(open(View.OURS_TO_ACT, now), Order.DUE, null, PAGE);
        var ending = requests.list(open(View.ENDS_SOON, now), Order.ENDS, null, PAGE);
        var filledIn = prepared.first(Stream.of(ours, ending)
                .flatMap(it -> it.rows().stream())
                .map(RequestRow::thread)
                .distinct()
                .toList());
        Predicate<RequestRow> due = row -> row.emergency() || by(row.dueBy(), until);
        Predicate<RequestRow> ends = row -> by(row.until(), until);
        var lines = new ArrayList<Line>();
        add(lines, ours, due, row -> line(row, row.dueBy() == null ? row.openedAt() : row.dueBy(), false, filledIn));
        add(lines, ending, ends, row -> line(row, Objects.requireNonNull(row.until()), true, filledIn));
        promises.open(Compartments.ANYBODY).stream()
                .filter(it -> !it.due().isAfter(until))
                .forEach(it -> lines.add(line(it)));
        return new Found(lines, more(ours, due) || more(ending, ends));
    }

    private static void add(
            List<Line> lines, Requests.Page page, Predicate<RequestRow> inShift, Function<RequestRow, Line> line) {
        page.rows().stream().filter(inShift).map(line).forEach(lines::add);
    }

    /** The page leads on, and its last row is still in the shift. */
    private static boolean more(Requests.Page page, Predicate<RequestRow> inShift) {
        return page.cursor() != null
                && !page.rows().isEmpty()
                && inShift.test(page.rows().getLast());
    }

    private static boolean by(@Nullable Instant at, Instant until) {
        return at != null && !at.isAfter(until);
    }

    private static Filter open(View view, Instant now) {
        return Filter.of(view, now).readBy(Compartments.ANYBODY);
    }

    private static Line line(RequestRow row, Instant at, boolean ends, Map<String, String> filledIn) {
        return new Line(
                row.thread(),
                row.address(),
                row.counterpart(),
                at,
                ends,
                next(row, filledIn),
                row.emergency(),
                "",
                null,
                "/requests/" + row.address());
    }

    /** Message of what the desk names for it as well: posting a letter comes before any act. */
    private static String next(RequestRow row, Map<String, String> filledIn) {
        if (row.toPost()) {
            return "letters.post";
        }
        var next = PreparedActs.next(row, filledIn);
        return next == null ? "" : row.law() + ".act." + next;
    }

    private static Line line(Promise promise) {
        var row = promise.request();
        return new Line(
                row.thread(),
                row.address(),
                row.counterpart(),
                promise.due(),
                false,
                promise.key(),
                row.emergency(),
                "",
                null,
                "/requests/" + row.address());
    }
}
