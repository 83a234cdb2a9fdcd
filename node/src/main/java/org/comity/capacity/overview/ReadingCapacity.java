package org.comity.capacity.overview;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.capacity.DatesOfHelp;
import org.comity.capacity.KeptList;
import org.comity.capacity.ThreadWithActs;
import org.comity.capacity.WaitingNeeds;
import org.comity.capacity.overview.CapacityView.Day;
import org.comity.capacity.overview.CapacityView.Line;
import org.comity.capacity.overview.CapacityView.Part;
import org.comity.capacity.overview.CapacityView.Proposal;
import org.comity.casework.CaseAccess;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.procedure.Requests.Filter;
import org.comity.procedure.Requests.View;
import org.comity.procedure.form.BodyFields;
import org.comity.thread.Threads;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what of all help between States concerns ours, in bounded looks. */
@Component
class ReadingCapacity {

    /** Of one procedure: a page shows no more. */
    static final int MOST = 50;

    private static final int MOST_DAYS = 8;
    private static final String AUDIENCE = "audience";

    private final Requests requests;
    private final Threads threads;
    private final CapacityProcedures procedures;
    private final List<DatesOfHelp> dates;
    private final WaitingNeeds total;
    private final KeptList kept;
    private final CaseAccess access;
    private final Clock clock;

    ReadingCapacity(
            Requests requests,
            Threads threads,
            CapacityProcedures procedures,
            List<DatesOfHelp> dates,
            WaitingNeeds total,
            KeptList kept,
            CaseAccess access,
            Clock clock) {
        this.requests = requests;
        this.threads = threads;
        this.procedures = procedures;
        this.dates = List.copyOf(dates);
        this.total = total;
        this.kept = kept;
        this.access = access;
        this.clock = clock;
    }

    /** How much is our turn, for whoever reads requests. */
    int waiting(Official by) {
        return access.mayRead(by) ? requests.count(ours(by)) : 0;
    }

    CapacityView read(Official by) {
        access.mustRead(by);
        var turns = requests.list(ours(by), null, MOST).rows();
        var parts = procedures.laws().stream().map(it -> part(it, by)).toList();
        var said = said(turns, parts);
        var proposals = turns.stream()
                .filter(this::awaitsOurYes)
                .map(it -> proposal(it, said.get(it.thread())))
                .sorted(Comparator.comparing(Proposal::answerUntil, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        return new CapacityView(
                kept.here(),
                requests.count(ours(by)),
                proposals,
                turns.stream().filter(it -> !awaitsOurYes(it)).toList(),
                parts.stream().map(it -> shown(it, said)).toList(),
                days(parts, said),
                total.total(),
                procedures.needs(),
                procedures.offers());
    }

    /**
     * What our State asked for or gives under one procedure and has not ended.
     *
     * @param more there may be others than these
     */
    private record Running(String law, List<RequestRow> rows, boolean more) {}

    private Running part(String law, Official by) {
        var newest = requests.ofLaw(law, Role.REQUESTING, by.id(), 2 * MOST);
        var running = newest.stream()
                .filter(it -> it.turn() != RequestRow.Turn.NOBODY || !procedures.ended(it.state()))
                .toList();
        return new Running(
                law, running.stream().limit(MOST).toList(), running.size() > MOST || newest.size() == 2 * MOST);
    }

    private Part shown(Running part, Map<String, ThreadWithActs> said) {
        return new Part(
                part.law(),
                part.rows().stream()
                        .map(it -> new Line(it, audience(said.get(it.thread()))))
                        .toList(),
                part.more());
    }

    private Map<String, ThreadWithActs> said(List<RequestRow> turns, List<Running> parts) {
        var rows = Stream.concat(turns.stream(), parts.stream().flatMap(it -> it.rows().stream()))
                .collect(Collectors.toMap(RequestRow::thread, Function.identity(), (one, _) -> one));
        return ThreadWithActs.of(threads, rows.values()).stream()
                .collect(Collectors.toMap(it -> it.row().thread(), Function.identity()));
    }

    private boolean awaitsOurYes(RequestRow row) {
        return row.ourRole() == Role.REQUESTING && row.ours() && procedures.awaitsYes(row.state());
    }

    private static Proposal proposal(RequestRow row, @Nullable ThreadWithActs said) {
        var proposed = said == null ? null : said.last("propose").orElse(null);
        return proposed == null
                ? new Proposal(row, "", "", null)
                : new Proposal(
                        row,
                        proposed.text("round"),
                        proposed.text("placed"),
                        new BodyFields(proposed.body()).instant("answerUntil"));
    }

    /** As it was said last, where the procedure lets it be changed. */
    private String audience(@Nullable ThreadWithActs said) {
        if (said == null) return "";
        boolean changes = procedures.changes(said.row().procedure(), AUDIENCE);
        return said.acts().stream()
                .filter(it -> it.type().equals("submit") || changes && it.type().equals(CapacityProcedures.CHANGE))
                .map(it -> it.text(AUDIENCE))
                .filter(it -> !it.isEmpty())
                .reduce("", (_, later) -> later);
    }

    private List<Day> days(List<Running> parts, Map<String, ThreadWithActs> said) {
        var days = new ArrayList<Day>();
        for (var row : parts.stream().flatMap(it -> it.rows().stream()).toList()) {
            var acts = said.get(row.thread());
            if (awaitsOurYes(row)) add(days, proposal(row, acts).answerUntil(), "capacity.date.answer", row);
            else if (row.ours()) add(days, row.dueBy(), "capacity.date.turn", row);
            add(days, row.until(), "capacity.date.runs-out", row);
            if (acts == null) continue;
            dates.stream()
                    .flatMap(it -> it.next(acts).stream())
                    .forEach(it -> days.add(new Day(it.day(), it.key(), row)));
        }
        days.sort(Comparator.comparing(Day::day).thenComparing(it -> it.row().reference()));
        return days.subList(0, Math.min(MOST_DAYS, days.size()));
    }

    private static void add(List<Day> days, @Nullable Instant at, String key, RequestRow row) {
        if (at != null) days.add(new Day(LocalDate.ofInstant(at, ZoneOffset.UTC), key, row));
    }

    private Filter ours(Official by) {
        return new Filter(
                View.OURS_TO_ACT, null, List.of(), null, null, null, null, clock.instant(), procedures.laws(), by.id());
    }
}
