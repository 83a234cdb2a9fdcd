package org.comity.clock;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Says how long to wait before the next attempt: doubled each time up to a longest, and never two nodes in step. */
public record RetryPause(Duration first, Duration longest, RandomGenerator random) {

    /**
     * @param attempts made so far, at least 1
     * @return half of the pause, and of the other half a part by chance
     */
    public Duration after(int attempts) {
        long whole = first.toMillis() << Math.min(attempts - 1, 30);
        long bounded = whole <= 0 ? longest.toMillis() : Math.min(whole, longest.toMillis());
        return Duration.ofMillis(bounded / 2 + random.nextLong(bounded / 2 + 1));
    }
}
