package org.comity.casework.requests;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.comity.casework.requests.DrillView.Way;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.procedure.ActRole;
import org.comity.procedure.KnownProcedure;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.procedure.Requests.Filter;
import org.comity.procedure.Requests.Order;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.Found;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads from the registers of two drills, one in each direction, what came when; nothing of it is kept or counted. */
@Component
class ReadingDrill {

    /** A drill in the other direction belongs to it where it was opened so near. */
    private static final Duration NEAR = Duration.ofDays(7);

    private static final int PAGE = 50;

    /** A thousand requests of one State in two weeks; what lies behind them is told as not found. */
    private static final int MOST_PAGES = 20;

    private final Requests requests;
    private final Threads threads;
    private final Procedures procedures;
    private final Directory directory;

    ReadingDrill(Requests requests, Threads threads, Procedures procedures, Directory directory) {
        this.requests = requests;
        this.threads = threads;
        this.procedures = procedures;
        this.directory = directory;
    }

    /** Empty where it is no drill. */
    Optional<DrillView> of(RequestRow row, boolean mayTell, Official by) {
        if (!row.drill()) return Optional.empty();
        var other = other(row, by).map(this::way).orElse(null);
        var own = way(row);
        return Optional.of(new DrillView(
                row,
                GoneParticipant.shown(directory, row.counterpart()),
                weAsk(row) ? own : other,
                weAsk(row) ? other : own,
                mayTell));
    }

    private boolean weAsk(RequestRow row) {
        return procedures.of(row.procedure()).opener() == row.ourRole();
    }

    private Optional<RequestRow> other(RequestRow row, Official by) {
        var filter = new Filter(null, null, List.of(), null, row.counterpart(), null, null, null).readBy(by.id());
        var near = new ArrayList<RequestRow>();
        var cursor = beforeAll(row.openedAt().plus(NEAR));
        boolean more = true;
        for (int read = 0; more && read < MOST_PAGES; read++) {
            var page = requests.list(filter, Order.NEWEST, cursor, PAGE);
            page.rows().stream()
                    .filter(it -> it.drill() && weAsk(it) != weAsk(row))
                    .filter(it -> apart(it, row).compareTo(NEAR) <= 0)
                    .forEach(near::add);
            cursor = page.cursor();
            more = cursor != null
                    && !page.rows().isEmpty()
                    && !page.rows().getLast().openedAt().isBefore(row.openedAt().minus(NEAR));
        }
        return near.stream().min(Comparator.comparing(it -> apart(it, row)));
    }

    /** Behind this come those that were opened by then, the newest first. */
    private static @Nullable String beforeAll(Instant opened) {
        return new ListCursor(false, null, opened.plusSeconds(1), "z").text();
    }

    private static Duration apart(RequestRow one, RequestRow other) {
        return Duration.between(one.openedAt(), other.openedAt()).abs();
    }

    private Way way(RequestRow row) {
        var procedure = procedures.of(row.procedure());
        var opening = threads.opening(row.thread());
        var acts = threads.effective(List.of(row.thread()));
        return new Way(
                row,
                opening.map(it -> it.envelope().time()).orElse(null),
                opening.map(KeptAct::registeredAt).orElse(null),
                first(
                        procedure,
                        acts,
                        it -> procedure.is(ActRole.ACKNOWLEDGES, it.envelope().type())),
                first(
                        procedure,
                        acts,
                        it -> !procedure.is(ActRole.ACKNOWLEDGES, it.envelope().type())
                                && !procedure.is(
                                        ActRole.ASKS_BACK, it.envelope().type())),
                whole(acts));
    }

    /** Of who was asked. */
    private static @Nullable Instant first(KnownProcedure procedure, List<KeptAct> acts, Predicate<KeptAct> which) {
        return acts.stream()
                .filter(it -> !it.envelope().role().equals(procedure.opener().word()))
                .filter(which)
                .map(KeptAct::registeredAt)
                .findFirst()
                .orElse(null);
    }

    /** As the node of who got them found each. */
    private static @Nullable Boolean whole(List<KeptAct> acts) {
        var found = acts.stream()
                .flatMap(it -> new BodyFields(it.body()).maps("found").stream())
                .map(it -> new BodyFields(it).text("result"))
                .filter(it -> !it.equals(Found.Result.UNDER_WAY.word()))
                .toList();
        return found.isEmpty() ? null : found.stream().allMatch(Found.Result.MATCHED.word()::equals);
    }
}
