package org.comity.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes down whom the chain tells now, of each request that nobody has acknowledged and each shift that nobody has taken over. */
@Component
class PlanningAlarmCalls {

    private static final Logger LOG = LoggerFactory.getLogger(PlanningAlarmCalls.class);

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

    private volatile boolean failed;

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

    /**
     * What cannot be planned of one request or step keeps nobody from being told of the others; each row is written for itself.
     *
     * @return whether anybody is told at all; where the rota cannot be read, what was written down before leaves all the same
     */
    boolean plan() {
        var look = new Look();
        var duty = look.at(rota::now, Optional.<DutyRota.Now>empty());
        if (on(duty)) {
            plan(steps(duty), look);
        }
        failed = look.failed;
        return on(duty) || look.failed;
    }

    /** The last look could not plan everything. */
    boolean failed() {
        return failed;
    }

    private void plan(List<ChainStep> steps, Look look) {
        var now = clock.instant();
        plan(look.at(emergencies::newestUnacknowledged, List.of()), steps, now, look);
        var aims = settings.aimsUpTo();
        if (aims != null) {
            plan(look.at(() -> emergencies.overdue(aims, now), List.of()), steps, now, look);
        }
        look.at(() -> notes(steps, now, look));
    }

    private void notes(List<ChainStep> steps, Instant now, Look look) {
        var notes = handovers.written(now.minus(NOTE_TOLD), now.minus(settings.handoverAfter())).stream()
                .map(AlarmCause::of)
                .toList();
        var planned = notes.isEmpty()
                ? Set.<Key>of()
                : rows.planned(notes.stream().map(AlarmCause::id).toList());
        for (var note : notes) {
            first(steps)
                    .forEach(step -> look.at(() -> step.keys(note.id())
                            .filter(it -> !planned.contains(it))
                            .forEach(it -> rows.plan(it, false, now))));
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
    private void plan(List<RequestRow> waiting, List<ChainStep> steps, Instant now, Look look) {
        waiting.stream()
                .gather(Gatherers.windowFixed(AT_ONCE))
                .forEach(some -> look.at(() -> {
                    var planned =
                            rows.planned(some.stream().map(RequestRow::thread).toList());
                    some.forEach(row -> steps.forEach(step -> look.at(() -> due(row, step, now)
                            .filter(it -> !planned.contains(it))
                            .forEach(it -> rows.plan(it, row.emergency(), now)))));
                }));
    }

    /** What the step tells, once its time has come. */
    private static Stream<Key> due(RequestRow row, ChainStep step, Instant now) {
        return AlarmCause.since(row).plus(step.step().after()).isAfter(now) ? Stream.of() : step.keys(row.thread());
    }

    /** Goes on where one part of a look fails, and remembers that it did. */
    private static final class Look {

        private boolean failed;

        void at(Runnable part) {
            at(
                    () -> {
                        part.run();
                        return true;
                    },
                    false);
        }

        <T> T at(Supplier<T> part, T otherwise) {
            try {
                return part.get();
            } catch (RuntimeException thrown) {
                LOG.error("Whom to tell that nobody answers could not be planned for one request or step", thrown);
                failed = true;
                return otherwise;
            }
        }
    }
}
