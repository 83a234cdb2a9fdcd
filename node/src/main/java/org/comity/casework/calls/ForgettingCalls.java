package org.comity.casework.calls;

import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes calls a year after they were dealt with. One that belongs to a request goes earlier if its request is forgotten. */
@Component
class ForgettingCalls {

    private static final Duration KEPT = Duration.ofDays(365);

    private final TakenDownRows rows;
    private final Clock clock;

    ForgettingCalls(TakenDownRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT4M", fixedDelayString = "PT1H")
    void look() {
        rows.forgetSettledBefore(clock.instant().minus(KEPT));
    }
}
