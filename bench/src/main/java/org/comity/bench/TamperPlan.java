package org.comity.bench;

import java.util.concurrent.ThreadLocalRandom;

/** What a tamper run is to do. */
record TamperPlan(int mutations, long seed) {

    private static final int MOST = 1_000_000;

    TamperPlan {
        BenchOptions.within("--mutations", mutations, 1, MOST);
    }

    static TamperPlan of(BenchOptions given) {
        return new TamperPlan(
                (int) given.take("--mutations", 2_000),
                given.take("--seed", ThreadLocalRandom.current().nextLong(1_000_000_000)));
    }
}
