package org.comity.casework.requests;

import java.time.Clock;
import org.comity.casework.AwaitedDecisions;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.RequestRow.Turn;
import org.comity.thread.Procedure;
import org.comity.thread.Threads;
import org.comity.ui.LivePages;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What is held for another request asks nothing of us before that one has ended; then the desk is told. */
@Component
class HeldUntilDecided {

    static final String NOTICE = "decided";

    private final AwaitedDecisions decisions;
    private final RequestRows rows;
    private final NoticeRows notices;
    private final Threads threads;
    private final Procedures procedures;
    private final OurAims aims;
    private final LivePages live;
    private final Clock clock;

    HeldUntilDecided(
            AwaitedDecisions decisions,
            RequestRows rows,
            NoticeRows notices,
            Threads threads,
            Procedures procedures,
            OurAims aims,
            LivePages live,
            Clock clock) {
        this.decisions = decisions;
        this.rows = rows;
        this.notices = notices;
        this.threads = threads;
        this.procedures = procedures;
        this.aims = aims;
        this.live = live;
        this.clock = clock;
    }

    /** Where no request is known here, nobody but an officer knows when it is decided: nothing is asked either. */
    Turn turn(Procedure.State state, RequestRow row) {
        var on = procedures.of(row.procedure()).steps();
        var turn = on.turn(state, row.ourRole());
        return turn == Turn.OURS && on.untilDecided(state) && waits(row.thread()) ? Turn.THEIRS : turn;
    }

    /** Once it is no longer held, there is nothing left to be told. */
    @Nullable
    String notice(@Nullable String notice, Procedure.State state, RequestRow row) {
        boolean held = procedures.of(row.procedure()).steps().untilDecided(state);
        return NOTICE.equals(notice) && !held ? null : notice;
    }

    /** An act was registered in this thread: what is held for it may have become ours, or wait again. */
    void follow(String request) {
        // Locked: an act of its own may be registered at the same moment, and know nothing yet of the decision.
        decisions.preservation(request).flatMap(rows::lock).ifPresent(this::again);
    }

    @EventListener
    void on(RequestSettled settled) {
        follow(settled.thread());
    }

    private void again(RequestRow row) {
        var state = threads.find(row.thread())
                .filter(it -> it.disputed() == null)
                .map(Threads.Thread::state)
                .orElse(null);
        if (state == null || row.turn() == Turn.NOBODY || turn(state, row) == row.turn()) {
            return;
        }
        var now = clock.instant();
        if (row.turn() == Turn.THEIRS) {
            var offered = procedures.of(row.procedure()).steps().offered(state, row.ourRole(), now);
            var next = offered.isEmpty() ? null : offered.getFirst();
            notices.turned(row.thread(), Turn.OURS, next, now.plus(aims.nextStep()), NOTICE, now);
        } else {
            var notice = NOTICE.equals(row.notice()) ? null : row.notice();
            notices.turned(row.thread(), Turn.THEIRS, null, null, notice, now);
        }
        live.changed("requests", row.reference());
    }

    private boolean waits(String thread) {
        return decisions.following(thread).isEmpty()
                || !decisions.undecided(thread).isEmpty();
    }
}
