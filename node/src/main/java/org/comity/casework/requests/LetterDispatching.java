package org.comity.casework.requests;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comity.casework.Dispatches;
import org.comity.procedure.Dispatch;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.thread.Procedure;
import org.comity.thread.Threads;
import org.comity.ui.LivePages;
import org.comity.vocabulary.Channel;
import org.comity.vocabulary.CutText;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes when letters were posted and received: nothing is posted before it was written, nor received before it was posted.
 * What is read at a seat here needs no posting.
 */
@Component
class LetterDispatching implements Dispatches {

    /** Where a day ends last, so that nobody is told that today has not come. */
    private static final ZoneOffset EARLIEST = ZoneOffset.ofHours(-12);

    /** Where it begins first. */
    private static final ZoneOffset LATEST = ZoneOffset.ofHours(14);

    private final DispatchRows rows;
    private final RequestRows requests;
    private final FoldingWithoutLetters known;
    private final Threads threads;
    private final Procedures procedures;
    private final LivePages live;
    private final OurAims aims;
    private final Clock clock;

    LetterDispatching(
            DispatchRows rows,
            RequestRows requests,
            FoldingWithoutLetters known,
            Threads threads,
            Procedures procedures,
            LivePages live,
            OurAims aims,
            Clock clock) {
        this.rows = rows;
        this.requests = requests;
        this.known = known;
        this.threads = threads;
        this.procedures = procedures;
        this.live = live;
        this.aims = aims;
        this.clock = clock;
    }

    @Override
    public List<Dispatch> of(String thread) {
        return rows.of(thread);
    }

    @Override
    public Optional<Dispatch> ofOpening(String thread) {
        return threads.opening(thread).flatMap(it -> rows.ofAct(thread, it.id()));
    }

    @Override
    public Optional<Dispatch> ofAct(String thread, String act) {
        return rows.ofAct(thread, act);
    }

    @Override
    @Transactional
    public Dispatch corrected(
            String thread,
            String act,
            Channel by,
            LocalDate day,
            String number,
            @Nullable LocalDate received,
            Official official) {
        requests.lock(thread);
        var was = mustBeFree(thread, act);
        mustBeWritten(thread, act, day);
        mustHaveCome(day, act);
        if (received != null) mustHaveCome(received, act);
        if (received != null && received.isBefore(day)) {
            throw new Refused("paper.before-posted", act);
        }
        var now = clock.instant();
        rows.corrected(new Dispatch(act, now, now, by, number, day, official.id(), now, received), thread, now);
        tell(thread);
        return was;
    }

    @Override
    @Transactional
    public Dispatch notLeft(String thread, String act, Official official) {
        requests.lock(thread);
        var was = mustBeFree(thread, act);
        rows.notLeft(thread, act, clock.instant());
        tell(thread);
        return was;
    }

    @Override
    @Transactional
    public List<String> notPosted(RequestRow row, String act, String why, Official official) {
        requests.lock(row.thread());
        var ready = rows.of(row.thread()).stream()
                .filter(it -> it.stage() == Dispatch.Stage.READY)
                .map(Dispatch::act)
                .toList();
        if (!ready.contains(act)) {
            throw new Refused("paper.not-ready", act);
        }
        var opening = threads.opening(row.thread()).map(Threads.KeptAct::id).orElse("");
        boolean over = over(row.thread());
        if (act.equals(opening) && !over) {
            throw new Refused("paper.withdraw-first", act);
        }
        var acts = over && ready.contains(opening) ? ready : List.of(act);
        rows.notPosted(row.thread(), acts, why, official.id(), clock.instant());
        tell(row.thread());
        return acts;
    }

    /** Not while it is open and nobody's turn. */
    private boolean over(String thread) {
        return threads.find(thread)
                .map(Threads.Thread::state)
                .filter(Procedure.State::ended)
                .isPresent();
    }

    @Override
    public boolean answered(String thread, String act) {
        return threads.find(thread).filter(it -> known.answered(it, act)).isPresent();
    }

    private Dispatch mustBeFree(String thread, String act) {
        var letter = rows.ofAct(thread, act)
                .filter(it -> it.left() && !it.atSeat())
                .orElseThrow(() -> new Refused("paper.not-posted", act));
        if (answered(thread, act)) {
            throw new Refused(
                    "paper.stands-posted",
                    Map.of("day", Objects.requireNonNull(letter.day()).toString()));
        }
        return letter;
    }

    private void mustBeWritten(String thread, String act, LocalDate day) {
        var written = threads.act(act)
                .filter(it -> it.thread().equals(thread))
                .orElseThrow(() -> new Refused("paper.unknown", act));
        if (day.isBefore(LocalDate.ofInstant(written.envelope().time(), EARLIEST))) {
            throw new Refused("paper.before-written", act);
        }
    }

    private void mustHaveCome(LocalDate day, String act) {
        if (day.isAfter(LocalDate.ofInstant(clock.instant(), LATEST))) {
            throw new Refused("paper.in-the-future", act);
        }
    }

    @Override
    @Transactional
    public void posted(String thread, String act, Channel by, LocalDate day, String number, Official official) {
        requests.lock(thread);
        mustBeWritten(thread, act, day);
        rows.posted(thread, act, by, day, number, official.id(), clock.instant());
        tell(thread);
    }

    @Override
    @Transactional
    public boolean received(String thread, String act, LocalDate day, Official official) {
        requests.lock(thread);
        var letter =
                rows.ofAct(thread, act).filter(Dispatch::left).orElseThrow(() -> new Refused("paper.not-posted", act));
        if (day.isBefore(Objects.requireNonNull(letter.day()))) {
            throw new Refused("paper.before-posted", act);
        }
        boolean received = rows.received(thread, act, day, official.id(), clock.instant());
        tell(thread);
        return received;
    }

    @Override
    @Transactional
    public void seatTaken(String authority) {
        rows.seatTaken(authority, clock.instant()).forEach(this::tell);
    }

    @Override
    @Transactional
    public void seatEmpty(String authority) {
        var now = clock.instant();
        rows.seatEmpty(authority, now, now.plus(aims.nextStep())).forEach(this::tell);
    }

    @Override
    @Transactional
    public void openedAtSeat(String thread, String person) {
        // The request first, as whoever registers an act of it: else each waits for what the other holds.
        requests.lock(thread);
        var now = clock.instant();
        if (rows.openedAtSeat(thread, LocalDate.ofInstant(now, ZoneOffset.UTC), person, now)) {
            tell(thread);
        }
    }

    @Override
    public List<String> expected(RequestRow row, @Nullable LocalDate day) {
        var thread = threads.find(row.thread()).orElse(null);
        if (thread == null || thread.state() == null) {
            return List.of();
        }
        var on = procedures.of(row.procedure()).steps();
        var other = row.ourRole().other();
        var now = clock.instant();
        var offered = on.offered(thread.state(), other, now);
        var unknown = rows.of(row.thread()).stream()
                .filter(it -> it.day() == null || day != null && it.day().isAfter(day))
                .map(Dispatch::act)
                .collect(Collectors.toSet());
        if (unknown.isEmpty()) {
            return offered;
        }
        var there = known.without(thread, unknown);
        var possible = there == null ? List.<String>of() : on.offered(there, other, now);
        return offered.stream().filter(possible::contains).toList();
    }

    private void tell(String thread) {
        threads.find(thread).ifPresent(it -> live.changed("requests", it.reference()));
    }

    /** A letter of which this cannot be said. */
    static final class Refused extends RuleBroken {
        Refused(String code, String act) {
            this(code, Map.of("what", CutText.to(act, 40)));
        }

        Refused(String code, Map<String, String> facts) {
            super(code, facts);
        }
    }
}
