package org.comity.bench;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What a crash run is to do.
 *
 * @param seed of the victims and the instants; the machine's own timing stays what it is
 */
record CrashPlan(int kills, long seed) {

    private static final int MOST_KILLS = 10_000;

    CrashPlan {
        if (kills < 1 || kills > MOST_KILLS) {
            throw new IllegalArgumentException("--kills must be from 1 to " + MOST_KILLS);
        }
    }

    static CrashPlan of(List<String> arguments) {
        int kills = 50;
        long seed = ThreadLocalRandom.current().nextLong(1_000_000_000);
        for (int i = 0; i < arguments.size(); i += 2) {
            if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException("a value is missing after " + arguments.get(i));
            }
            switch (arguments.get(i)) {
                case "--kills" -> kills = Integer.parseInt(arguments.get(i + 1));
                case "--seed" -> seed = Long.parseLong(arguments.get(i + 1));
                default -> throw new IllegalArgumentException("not understood: " + arguments.get(i));
            }
        }
        return new CrashPlan(kills, seed);
    }
}
