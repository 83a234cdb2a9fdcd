package org.comity.bench;

import java.util.concurrent.ThreadLocalRandom;

/**
 * What a crash run is to do.
 *
 * @param minutes after which nothing more is killed, for a machine on which starting takes long
 * @param seed of the victims and the instants; the machine's own timing stays what it is
 */
record CrashPlan(int kills, int minutes, long seed) {

    private static final int MOST_KILLS = 10_000;
    private static final int MOST_MINUTES = 1_440;
    private static final int WHOLE = 10;

    CrashPlan {
        BenchOptions.within("--kills", kills, 1, MOST_KILLS);
        BenchOptions.within("--minutes", minutes, 1, MOST_MINUTES);
    }

    /** Whether every procedure is begun, however long the last ones take; a short run has no time for that. */
    boolean whole() {
        return kills >= WHOLE;
    }

    static CrashPlan of(BenchOptions given) {
        return new CrashPlan(
                (int) given.take("--kills", 50),
                (int) given.take("--minutes", 60),
                given.take("--seed", ThreadLocalRandom.current().nextLong(1_000_000_000)));
    }
}
