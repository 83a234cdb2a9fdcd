package org.comity.casework.requests;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.comity.casework.AwaitedDecisions;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.RequestRow.Turn;
import org.comity.thread.ActFollower;
import org.comity.thread.ActRecalled;
import org.comity.thread.ActRegistered;
import org.comity.thread.Threads;
import org.comity.vocabulary.Role;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Once the request that was announced is made, the preservation's next step is another; recalled, it is that one again. */
@Component
class FollowingAnnounced implements ActFollower {

    private final AwaitedDecisions decisions;
    private final RequestRows rows;
    private final NoticeRows notices;
    private final NextStepDue dates;
    private final Threads threads;
    private final Procedures procedures;
    private final Clock clock;

    FollowingAnnounced(
            AwaitedDecisions decisions,
            RequestRows rows,
            NoticeRows notices,
            NextStepDue dates,
            Threads threads,
            Procedures procedures,
            Clock clock) {
        this.decisions = decisions;
        this.rows = rows;
        this.notices = notices;
        this.dates = dates;
        this.threads = threads;
        this.procedures = procedures;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "announced";
    }

    @Override
    public void registered(ActRegistered event) {
        again(event.thread().id());
    }

    @EventListener
    void recalled(ActRecalled recalled) {
        if (recalled.opening()) {
            again(recalled.thread().id());
        }
    }

    private void again(String request) {
        decisions
                .preservation(request)
                .flatMap(rows::ofThread)
                .filter(it -> it.turn() == Turn.OURS && it.ourRole() == Role.REQUESTING)
                .ifPresent(this::again);
    }

    private void again(RequestRow row) {
        var state = threads.find(row.thread()).map(Threads.Thread::state).orElse(null);
        if (state == null) {
            return;
        }
        var on = procedures.of(row.procedure()).steps();
        var now = clock.instant();
        var opening = threads.opening(row.thread()).map(Threads.KeptAct::body).orElse(Map.of());
        var due = dates.asking(row, on, state, opening, now);
        var next = due.next(on.offered(state, row.ourRole(), now));
        if (!Objects.equals(next, row.next())) {
            notices.turned(row.thread(), Turn.OURS, next, due.by(), row.notice(), now);
        }
    }
}
