package org.comity.bench;

/** What a match run is to do. */
record MatchPlan(long seed) {

    static MatchPlan of(BenchOptions given) {
        return new MatchPlan(given.take("--seed", 1));
    }
}
