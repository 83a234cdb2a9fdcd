package org.comity.notification;

import java.time.Clock;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.thread.ActFollower;
import org.comity.thread.ActRegistered;
import org.comity.thread.Threads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps each period equal to its thread, inside the transaction that moves the thread. */
@Component
class FollowingPeriods implements ActFollower {

    private static final Logger log = LoggerFactory.getLogger(FollowingPeriods.class);

    private final PeriodRows periods;
    private final Requests requests;
    private final Threads threads;
    private final Procedures procedures;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FollowingPeriods(
            PeriodRows periods,
            Requests requests,
            Threads threads,
            Procedures procedures,
            TransactionTemplate transaction,
            Clock clock) {
        this.periods = periods;
        this.requests = requests;
        this.threads = threads;
        this.procedures = procedures;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "reminders";
    }

    @Override
    public void registered(ActRegistered event) {
        var thread = event.thread();
        if (event.state() == null) {
            return;
        }
        var ends = procedures.of(thread.procedure()).steps().ends(event.state());
        if (ends == null) {
            periods.close(thread.id(), clock.instant());
        } else {
            var reference =
                    requests.ofThread(thread.id()).map(RequestRow::address).orElse(thread.reference());
            periods.open(thread.id(), reference, ends, clock.instant());
        }
    }

    /** A node that kept things before it knew of reminders. */
    @EventListener(ApplicationReadyEvent.class)
    void catchUp() {
        try {
            // All of them or none: else a start that was cut off would leave the rest without reminders.
            transaction.executeWithoutResult(status -> {
                if (periods.none()) requests.keptOpen(this::follow);
            });
        } catch (RuntimeException e) {
            log.warn("periods from before could not be read: {}", e.toString());
        }
    }

    private void follow(RequestRow row) {
        threads.find(row.thread())
                .map(Threads.Thread::state)
                .map(state -> procedures.of(row.procedure()).steps().ends(state))
                .ifPresent(ends -> periods.open(row.thread(), row.address(), ends, clock.instant()));
    }
}
