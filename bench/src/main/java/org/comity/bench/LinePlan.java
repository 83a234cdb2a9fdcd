package org.comity.bench;

/**
 * What a run over bad lines is to measure.
 *
 * @param kilobytes of the item that goes over the thin line
 * @param kills of the receiver
 */
record LinePlan(int kilobytes, int kills, long seed) {

    LinePlan {
        BenchOptions.within("--kb", kilobytes, 64, 100_000);
        BenchOptions.within("--kills", kills, 1, 1000);
    }

    static LinePlan of(BenchOptions given) {
        return new LinePlan(
                (int) given.take("--kb", 2048),
                (int) given.take("--kills", 20),
                given.take("--seed", System.nanoTime()));
    }
}
