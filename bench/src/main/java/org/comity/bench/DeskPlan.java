package org.comity.bench;

/**
 * What a run against the desk is to do.
 *
 * @param requests on the node with many
 * @param few on the node beside it
 * @param rounds in each of which both nodes are asked for each page
 */
record DeskPlan(int requests, int few, int rounds) {

    static DeskPlan of(BenchOptions given) {
        long requests = given.take("--requests", 100_000);
        long few = given.take("--few", 1_000);
        long rounds = given.take("--rounds", 100);
        BenchOptions.within("--requests", requests, 1_000, 1_000_000);
        BenchOptions.within("--few", few, 200, requests);
        BenchOptions.within("--rounds", rounds, 5, 10_000);
        return new DeskPlan((int) requests, (int) few, (int) rounds);
    }
}
