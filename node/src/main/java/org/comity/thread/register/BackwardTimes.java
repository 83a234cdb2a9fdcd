package org.comity.thread.register;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import org.comity.thread.ActRegistered;
import org.comity.thread.RegisterTimes;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Notices entries whose time lies before that of the one they follow: a look of its own, after and beside registering. */
@Component
class BackwardTimes implements RegisterTimes {

    private static final Duration SAID_FOR = Duration.ofDays(30);
    private static final int MOST_WAITING = 10_000;

    private final BackwardRows rows;
    private final Clock clock;
    private final Queue<Registered> waiting = new ArrayBlockingQueue<>(MOST_WAITING);

    BackwardTimes(BackwardRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** It is a hint for an administrator: what does not fit, or is lost with the process, is not looked at. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(ActRegistered registered) {
        var entry = registered.entry().entry();
        waiting.offer(new Registered(entry.thread(), entry.n()));
    }

    @Scheduled(fixedDelayString = "PT20S")
    void look() {
        for (var next = waiting.poll(); next != null; next = waiting.poll()) {
            rows.note(next.thread(), next.n(), clock.instant());
        }
    }

    @Override
    public List<Keeper> backwards() {
        return rows.keepers(clock.instant().minus(SAID_FOR));
    }

    private record Registered(String thread, long n) {}
}
