package org.comity.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.comity.casework.Emergencies;
import org.comity.identity.DutyRota;
import org.comity.notification.AlarmSettings.Step;
import org.comity.notification.KeptAlarmCall.Key;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.ui.MailAddress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down whom the chain tells now, of each request that nobody has acknowledged. */
@Component
class PlanningAlarmCalls {

    /** Requests whose rows are read at once. */
    private static final int AT_ONCE = 50;

    private final Emergencies emergencies;
    private final Requests requests;
    private final AlarmCallRows rows;
    private final AlarmSettings settings;
    private final DutyRota rota;
    private final Clock clock;

    PlanningAlarmCalls(
            Emergencies emergencies,
            Requests requests,
            AlarmCallRows rows,
            AlarmSettings settings,
            DutyRota rota,
            Clock clock) {
        this.rota = rota;
        this.emergencies = emergencies;
        this.requests = requests;
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    /** Somebody is told: the configuration names steps, or a rota is kept. In a gap of the rota nobody may be. */
    boolean on() {
        return !settings.steps().isEmpty() || rota.now().isPresent();
    }

    /** Whoever is on duty now is told at once, also of what came before the shift; then the steps of the configuration. */
    List<ChainStep> steps() {
        var told = new HashSet<String>();
        var onDuty = rota.now().stream()
                .flatMap(it -> it.on().stream())
                .filter(it -> MailAddress.is(it.mail()) && told.add(it.mail()))
                .map(ChainStep::of);
        return Stream.concat(onDuty, settings.steps().stream().map(ChainStep::new))
                .toList();
    }

    @Transactional
    void plan() {
        var now = clock.instant();
        var steps = steps();
        plan(emergencies.newestUnacknowledged(), steps, now);
        if (settings.aimsUpTo() != null) {
            plan(emergencies.overdue(settings.aimsUpTo(), now), steps, now);
        }
    }

    /** Still true when a mail or call is about to leave; empty once somebody has acknowledged it, and for a drill. */
    Optional<RequestRow> stillWaits(String thread) {
        return requests.ofThread(thread)
                .filter(it -> it.unacknowledged() && !it.drill() && it.turn() == RequestRow.Turn.OURS);
    }

    /** Since when it stands, by our clock: an emergency since it came, another request since its aim was over. */
    static Instant since(RequestRow row) {
        var came = Objects.requireNonNullElse(row.turnSince(), row.openedAt());
        return row.emergency() ? came : Objects.requireNonNullElse(row.due(), came);
    }

    /** The first step whose time has not come; empty where there is none, or nobody is told of such a request. */
    Optional<Step> next(RequestRow row) {
        boolean told = row.emergency() || !row.drill() && settings.aimsUpTo() != null;
        return settings.steps().stream()
                .filter(it -> told && since(row).plus(it.after()).isAfter(clock.instant()))
                .findFirst();
    }

    /** Writes what is missing: most of what stands was told long ago, and each half minute asks again. */
    private void plan(List<RequestRow> waiting, List<ChainStep> steps, Instant now) {
        waiting.stream().gather(Gatherers.windowFixed(AT_ONCE)).forEach(some -> {
            var planned = rows.planned(some.stream().map(RequestRow::thread).toList());
            some.forEach(row -> due(row, steps, now)
                    .filter(it -> !planned.contains(it))
                    .forEach(it -> rows.plan(it, row.emergency(), now)));
        });
    }

    /** What the steps tell whose time has come. */
    private static Stream<Key> due(RequestRow row, List<ChainStep> steps, Instant now) {
        return steps.stream()
                .filter(it -> !since(row).plus(it.step().after()).isAfter(now))
                .flatMap(it -> it.keys(row.thread()));
    }
}
