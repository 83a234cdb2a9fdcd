package org.comity.reporting;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.comity.clock.BackgroundJob;
import org.comity.ledger.Ledger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Walks the whole log beside the pages, one walk at a time, and keeps the last verdict until the node stops. */
@Component
class CheckingWholeLog {

    /** A short log is walked before the page that asked for it is shown. */
    private static final long PROMPT_SECONDS = 2;

    private final Ledger ledger;
    private final Clock clock;
    private final BackgroundJob aside = new BackgroundJob("check-log");
    private volatile State state = new State(null, null, null, null);

    CheckingWholeLog(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * @param running since when it is walked now, or null
     * @param verdict of the last walk that reached its end, or null
     * @param at when that was
     * @param failedAt when a walk after it ended before its end, or null
     */
    public record State(
            @Nullable Instant running,
            Ledger.@Nullable Verdict verdict,
            @Nullable Instant at,
            @Nullable Instant failedAt) {}

    State state() {
        return state;
    }

    void begin() throws InterruptedException {
        var walked = new CountDownLatch(1);
        aside.turn(() -> {
            try {
                walk();
            } finally {
                walked.countDown();
            }
        });
        walked.await(PROMPT_SECONDS, TimeUnit.SECONDS);
    }

    private void walk() {
        var before = state;
        state = new State(clock.instant(), before.verdict, before.at, null);
        try {
            var verdict = ledger.verify();
            state = new State(null, verdict, clock.instant(), null);
        } catch (RuntimeException e) {
            state = new State(null, before.verdict, before.at, clock.instant());
            throw e;
        }
    }
}
