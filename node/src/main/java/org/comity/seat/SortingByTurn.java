package org.comity.seat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.seat.SeatPagesView.OneTurn;
import org.comity.seat.SeatPagesView.ThreadsByTurn;
import org.comity.seat.SeatPagesView.Waiting;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sorts the threads of a seat by who acts next: life at risk first, then by when an answer is asked for or something ends. It
 * asks the same number of questions of the database however many threads there are.
 */
@Component
@Transactional(readOnly = true)
class SortingByTurn {

    private static final int THREADS = 50;

    private final Requests requests;
    private final Procedures procedures;
    private final Threads threads;

    SortingByTurn(Requests requests, Procedures procedures, Threads threads) {
        this.requests = requests;
        this.procedures = procedures;
        this.threads = threads;
    }

    /**
     * @param more a page of those alone in which the authority acts next; null: none
     * @param after a page of the others alone; null: none, and with neither the first page of both
     * @param now joint threads, which stand on the first page
     */
    ThreadsByTurn read(
            SeatOfPerson seat, @Nullable String more, @Nullable String after, SeatJointThreads.Now now, Locale locale) {
        var none = new Requests.Page(List.of(), null);
        var yours = after == null ? waiting(seat, more) : none;
        var others = more == null && seat.confirmed() ? requests.notWaitingFor(seat.authority(), after, THREADS) : none;
        var groups = new ArrayList<OneTurn>();
        add(groups, "yours", sorted(yours.rows(), locale));
        var byTurn = others.rows().stream().collect(Collectors.partitioningBy(SortingByTurn::isOpen));
        add(groups, "host", sorted(byTurn.getOrDefault(true, List.of()), locale));
        add(groups, "joint", now.lines().stream().map(SortingByTurn::joint).toList());
        add(
                groups,
                "nobody",
                byTurn.getOrDefault(false, List.of()).stream()
                        .map(it -> line(it, null, false, locale))
                        .toList());
        return new ThreadsByTurn(
                groups,
                Objects.requireNonNullElse(yours.cursor(), ""),
                Objects.requireNonNullElse(others.cursor(), ""));
    }

    /** In which the authority acts next, life at risk first, then the oldest. */
    private Requests.Page waiting(SeatOfPerson seat, @Nullable String after) {
        if (!seat.confirmed()) return new Requests.Page(List.of(), null);
        var view = Requests.View.WAITING;
        var filter = new Requests.Filter(view, null, List.of(), null, seat.authority(), null, null, null);
        return requests.list(filter, Requests.Order.DUE, after, THREADS);
    }

    private static boolean isOpen(RequestRow row) {
        return row.turn() != RequestRow.Turn.NOBODY;
    }

    private static void add(List<OneTurn> groups, String whose, List<Waiting> lines) {
        if (!lines.isEmpty()) groups.add(new OneTurn(whose, lines));
    }

    private static Waiting joint(SeatPagesView.Line line) {
        return new Waiting(line, false, null, false, Instant.EPOCH);
    }

    private List<Waiting> sorted(List<RequestRow> rows, Locale locale) {
        var ids = rows.stream().map(RequestRow::thread).toList();
        if (ids.isEmpty()) return List.of();
        var opened = threads.openings(ids).stream().collect(Collectors.toMap(KeptAct::thread, Function.identity()));
        var states = threads.find(ids).stream().collect(Collectors.toMap(Threads.Thread::id, Function.identity()));
        return rows.stream()
                .map(it -> {
                    var asked = asked(it, opened, states.get(it.thread()));
                    return line(it, asked == null ? it.until() : asked, asked != null, locale);
                })
                .sorted(Comparator.comparing((Waiting it) -> !it.lifeAtRisk())
                        .thenComparing(Waiting::by, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Waiting::openedAt))
                .toList();
    }

    /** Of whoever is asked; what it says afterwards is as soon as the procedure's file has it. */
    private @Nullable Instant asked(RequestRow row, Map<String, KeptAct> opened, Threads.@Nullable Thread thread) {
        var opening = opened.get(row.thread());
        var procedure = procedures.of(row.procedure());
        var state = thread == null ? null : thread.state();
        boolean theirs = row.turn() == RequestRow.Turn.THEIRS && row.ourRole() == procedure.opener()
                || row.turn() == RequestRow.Turn.OURS && row.ourRole() != procedure.opener();
        if (opening == null || state == null || !theirs || procedure.opener() == Role.REQUESTED) return null;
        var steps = procedure.steps();
        return steps.pace(state).asked() ? steps.askedFor(opening.body()) : null;
    }

    private static Waiting line(RequestRow row, @Nullable Instant by, boolean asked, Locale locale) {
        return new Waiting(SeatController.line(row, locale), row.emergency(), by, asked, row.openedAt());
    }
}
