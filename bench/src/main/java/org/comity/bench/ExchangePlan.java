package org.comity.bench;

/**
 * What an exchange run is to measure.
 *
 * @param warm sent by either side before anything counts, in the manner of the rounds
 * @param acts sealed and sent that count
 * @param atOnce approved and not yet verified at a time, and bare messages under way at a time
 * @param rounds each of bare phase4 and of the nodes, in turns
 */
record ExchangePlan(int warm, int acts, int atOnce, int rounds) {

    /** A round that is short beside what is under way measures how it begins and ends. */
    private static final int IN_ROUND = 250;

    private static final int FEWEST = 20;
    private static final int MOST = 100_000;

    ExchangePlan {
        BenchOptions.within("--warm", warm, 0, MOST);
        BenchOptions.within("--acts", acts, FEWEST, MOST);
        BenchOptions.within("--at-once", atOnce, 1, 64);
        BenchOptions.within("--rounds", rounds, 1, acts / 10);
    }

    static ExchangePlan of(BenchOptions given) {
        int acts = (int) given.take("--acts", 1000);
        return new ExchangePlan((int) given.take("--warm", acts), acts, (int) given.take("--at-once", 32), (int)
                given.take("--rounds", Math.clamp(acts / IN_ROUND, 1, 10)));
    }

    /** Sent one by one, the very first included: what an officer waits for when nobody else works. */
    int alone() {
        return Math.max(10, acts / 10);
    }

    int inRound(int round) {
        int left = acts - alone();
        return left * (round + 1) / rounds - left * round / rounds;
    }
}
