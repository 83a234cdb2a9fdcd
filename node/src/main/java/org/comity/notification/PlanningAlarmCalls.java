package org.comity.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.comity.casework.Emergencies;
import org.comity.casework.UntakenHandovers;
import org.comity.identity.DutyRota;
import org.comity.notification.AlarmSettings.Step;
import org.comity.notification.AlarmSettings.Who;
import org.comity.notification.KeptAlarmCall.Key;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.ui.MailAddress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down whom the chain tells now, of each request that nobody has acknowledged and each shift that nobody has taken over. */
@Component
class PlanningAlarmCalls {

    /** Requests whose rows are read at once. */
    private static final int AT_ONCE = 50;

    /** A note that is older is told of no more: whoever comes reads it on the desk. */
    private static final Duration NOTE_TOLD = Duration.ofDays(1);

    private final Emergencies emergencies;
    private final Requests requests;
    private final AlarmCallRows rows;
    private final AlarmSettings settings;
    private final DutyRota rota;
    private final UntakenHandovers handovers;
    private final Clock clock;

    PlanningAlarmCalls(
            Emergencies emergencies,
            Requests requests,
            AlarmCallRows rows,
            AlarmSettings settings,
            DutyRota rota,
            UntakenHandovers handovers,
            Clock clock) {
        this.handovers = handovers;
        this.rota = rota;
        this.emergencies = emergencies;
        this.requests = requests;
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    /** Somebody is told: the configuration names steps, or a rota is kept. In a gap of the rota nobody may be. */
    private boolean on(Optional<DutyRota.Now> duty) {
        return !settings.steps().isEmpty() || duty.isPresent();
    }

    /** Empty where nobody is told at all; else as {@link #steps()}. */
    Optional<List<ChainStep>> chain() {
        var duty = rota.now();
        return on(duty) ? Optional.of(steps(duty)) : Optional.empty();
    }

    /** Whoever is on duty now is told at once, also of what came before the shift; then the steps of the configuration. */
    List<ChainStep> steps() {
        return steps(rota.now());
    }

    private List<ChainStep> steps(Optional<DutyRota.Now> duty) {
        var told = new HashSet<String>();
        var onDuty = duty.stream()
                .flatMap(it -> it.on().stream())
                .filter(it -> MailAddress.is(it.mail()) && told.add(it.mail()))
                .map(ChainStep::of);
        return Stream.concat(onDuty, settings.steps().stream().map(ChainStep::new))
                .toList();
    }

    /** @return whether anybody is told at all */
    @Transactional
    boolean plan() {
        var chain = chain();
        chain.ifPresent(this::plan);
        return chain.isPresent();
    }

    private void plan(List<ChainStep> steps) {
        var now = clock.instant();
        plan(emergencies.newestUnacknowledged(), steps, now);
        if (settings.aimsUpTo() != null) {
            plan(emergencies.overdue(settings.aimsUpTo(), now), steps, now);
        }
        var notes = handovers.written(now.minus(NOTE_TOLD), now.minus(settings.handoverAfter())).stream()
                .map(AlarmCause::of)
                .toList();
        var planned = notes.isEmpty()
                ? Set.<Key>of()
                : rows.planned(notes.stream().map(AlarmCause::id).toList());
        for (var note : notes) {
            first(steps)
                    .flatMap(it -> it.keys(note.id()))
                    .filter(it -> !planned.contains(it))
                    .forEach(it -> rows.plan(it, false, now));
        }
    }

    /** One step alone: whoever is on duty by the rota, else the first of the configuration. */
    private static Stream<ChainStep> first(List<ChainStep> steps) {
        var onDuty = steps.stream().filter(it -> it.step().who() == Who.ON_DUTY).toList();
        return onDuty.isEmpty() ? steps.stream().limit(1) : onDuty.stream();
    }

    /** Still true when a mail or call is about to leave; empty once somebody has acknowledged it or took it over, and for a drill. */
    Optional<AlarmCause> stillWaits(String id) {
        return AlarmCause.isNote(id)
                ? handovers.untaken(AlarmCause.note(id)).map(AlarmCause::of)
                : requests.ofThread(id).filter(it -> !it.drill() && waits(it)).map(AlarmCause::of);
    }

    boolean waits(RequestRow row) {
        return emergencies.waits(row);
    }

    /** The first step whose time has not come; empty where there is none, or nobody is told of such a request. */
    Optional<Step> next(RequestRow row) {
        boolean told = row.emergency() || !row.drill() && settings.aimsUpTo() != null;
        return settings.steps().stream()
                .filter(it -> told && AlarmCause.since(row).plus(it.after()).isAfter(clock.instant()))
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
                .filter(it -> !AlarmCause.since(row).plus(it.step().after()).isAfter(now))
                .flatMap(it -> it.keys(row.thread()));
    }
}
