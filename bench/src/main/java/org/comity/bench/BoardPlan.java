package org.comity.bench;

/**
 * What a board run is to do.
 *
 * @param members that follow
 * @param atOnce of them that ask at the same moment
 * @param held publications that all hold before
 */
record BoardPlan(int members, int atOnce, int held) {

    static BoardPlan of(BenchOptions given) {
        long members = given.take("--members", 195);
        long atOnce = given.take("--at-once", 16);
        long held = given.take("--held", 100);
        BenchOptions.within("--members", members, 1, 2_000);
        BenchOptions.within("--at-once", atOnce, 1, 200);
        BenchOptions.within("--held", held, 0, 10_000);
        return new BoardPlan((int) members, (int) atOnce, (int) held);
    }
}
