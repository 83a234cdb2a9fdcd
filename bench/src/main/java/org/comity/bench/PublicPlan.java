package org.comity.bench;

/**
 * What a run against the public site is to do.
 *
 * @param rate requests a second
 * @param records in each collection
 */
record PublicPlan(int rate, int seconds, int records) {

    static PublicPlan of(BenchOptions given) {
        long rate = given.take("--rate", 500);
        long seconds = given.take("--seconds", 30);
        long records = given.take("--records", 400);
        BenchOptions.within("--rate", rate, 10, 10_000);
        BenchOptions.within("--seconds", seconds, 1, 3_600);
        BenchOptions.within("--records", records, 1, 1_000);
        return new PublicPlan((int) rate, (int) seconds, (int) records);
    }
}
