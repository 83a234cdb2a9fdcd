package org.comity.casework.requests;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.comity.casework.AnnouncedRequests;
import org.comity.procedure.RequestRow;
import org.comity.procedure.RequestRow.Turn;
import org.comity.procedure.StepsOnOffer;
import org.comity.procedure.StepsOnOffer.Pace;
import org.comity.procedure.form.BodyFields;
import org.comity.proof.register.Entry;
import org.comity.thread.ActRegistered;
import org.comity.thread.Procedure;
import org.comity.thread.Threads;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds by when our next step is due: the day that they asked for, the day that we named, or our own aim. */
@Component
class NextStepDue {

    /** A day that we named is looked for in so many of the newest acts. */
    private static final int NEWEST = 50;

    /** However generous our aims are: what was not acknowledged is never left for another day. */
    private static final Duration SAME_SHIFT = Duration.ofHours(12);

    private final OurAims aims;
    private final Threads threads;

    private final AnnouncedRequests announced;

    NextStepDue(OurAims aims, Threads threads, AnnouncedRequests announced) {
        this.aims = aims;
        this.threads = threads;
        this.announced = announced;
    }

    /**
     * @param by null where nothing is due from us; {@code asked} by the other State
     * @param instead what comes next in place of an act, as {@link AnnouncedRequests} names it; null for an act
     */
    record Day(
            @Nullable Instant by, boolean asked, @Nullable String instead) {

        @Nullable
        String next(List<String> offered) {
            return instead != null ? instead : offered.isEmpty() ? null : offered.getFirst();
        }
    }

    /**
     * @param known the row before this act
     * @param opening body of the act that opened the thread; empty once forgotten
     */
    Day of(
            RequestRow known,
            StepsOnOffer on,
            ActRegistered event,
            Turn turn,
            Map<String, Object> opening,
            Instant now) {
        if (turn != Turn.OURS) {
            return new Day(null, false, null);
        }
        var state = Objects.requireNonNull(event.state());
        boolean first = known.state().equals("Sent");
        if (known.ourRole() == Role.REQUESTING) {
            return asking(known, on, state, opening, now);
        }
        var pace = on.pace(state);
        var said = ours(event) ? named(event.act().body(), pace) : null;
        if (said == null && goesOn(event, on, pace) && known.due() != null) {
            return new Day(known.due(), known.askedBy(), null);
        }
        var own = Optional.ofNullable(said)
                .or(() -> named(event, pace))
                .map(NextStepDue::endOf)
                .orElseGet(() -> on.urgent(opening)
                        ? aims.dueSoon(pace, known.emergency(), first, now)
                        : aims.due(pace, known.emergency(), first, now));
        if (pace == Pace.REQUEST && first) {
            own = earlier(own, now.plus(SAME_SHIFT));
        }
        var asked = pace.asked() ? on.askedFor(opening) : null;
        return asked != null && asked.isBefore(own) ? new Day(asked, true, null) : new Day(own, false, null);
    }

    /** As the State that asks: in time before what is kept ends, and by the day on which we said that a request follows. */
    Day asking(RequestRow row, StepsOnOffer on, Procedure.State state, Map<String, Object> opening, Instant now) {
        var until = on.until(state);
        if (until == null) {
            return new Day(aims.due(Pace.STEP, row.emergency(), row.state().equals("Sent"), now), false, null);
        }
        var end = until.minus(Duration.ofDays(aims.daysBeforeEnd()));
        if (on.followsAnnounced(state) && announced.undecided(row)) {
            return new Day(end, false, AnnouncedRequests.AWAITED);
        }
        if (!on.followsAnnounced(state) || !announced.awaited(row, opening)) {
            return new Day(end, false, null);
        }
        var day = new BodyFields(opening).day("followUp");
        return new Day(day == null ? end : earlier(endOf(day), end), false, AnnouncedRequests.STEP);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** To the end of that day, as a day that is asked for is read. */
    private static Instant endOf(LocalDate day) {
        return day.atTime(LocalTime.of(23, 59, 59)).toInstant(ZoneOffset.UTC);
    }

    /** What takes days runs from when the stage began: what is said meanwhile makes nothing that is late due later. */
    private static boolean goesOn(ActRegistered event, StepsOnOffer on, Pace pace) {
        var before = event.before();
        return pace.named() != null
                && before != null
                && before.name().equals(Objects.requireNonNull(event.state()).name())
                && on.pace(before) == pace;
    }

    private static boolean ours(ActRegistered event) {
        return event.entry().entry().effective()
                && Role.of(event.act().envelope().role()) == event.thread().ourRole();
    }

    /** None once it has come when our newest act, which names no other, was written. */
    private Optional<LocalDate> named(ActRegistered event, Pace pace) {
        if (pace.named() == null) {
            return Optional.empty();
        }
        var thread = event.thread();
        var ours = threads.acts(thread.id(), Math.max(0, event.entry().entry().n() - NEWEST)).reversed().stream()
                .filter(it -> Entry.EFFECTIVE.equals(it.effect())
                        && Role.of(it.envelope().role()) == thread.ourRole())
                .toList();
        return ours.stream()
                .filter(it -> named(it.body(), pace) != null)
                .findFirst()
                .filter(it -> it == ours.getFirst()
                        || Objects.requireNonNull(named(it.body(), pace)).isAfter(day(ours.getFirst())))
                .map(it -> named(it.body(), pace));
    }

    private static LocalDate day(Threads.KeptAct act) {
        return LocalDate.ofInstant(act.envelope().time(), ZoneOffset.UTC);
    }

    private static @Nullable LocalDate named(Map<String, Object> body, Pace pace) {
        return pace.named() == null ? null : new BodyFields(body).day(pace.named());
    }
}
