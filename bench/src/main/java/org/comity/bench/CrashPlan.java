package org.comity.bench;

import java.util.concurrent.ThreadLocalRandom;

/**
 * What a crash run is to do.
 *
 * @param seed of the victims and the instants; the machine's own timing stays what it is
 */
record CrashPlan(int kills, long seed) {

    private static final int MOST_KILLS = 10_000;

    CrashPlan {
        BenchOptions.within("--kills", kills, 1, MOST_KILLS);
    }

    static CrashPlan of(BenchOptions given) {
        return new CrashPlan(
                (int) given.take("--kills", 50),
                given.take("--seed", ThreadLocalRandom.current().nextLong(1_000_000_000)));
    }
}
