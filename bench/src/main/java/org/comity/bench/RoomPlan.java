package org.comity.bench;

/**
 * What a room run is to do.
 *
 * @param posts in all topics together
 * @param members that speak, and that follow
 * @param atOnce of them that ask at the same moment
 */
record RoomPlan(int posts, int topics, int members, int atOnce) {

    static RoomPlan of(BenchOptions given) {
        long posts = given.take("--posts", 10_000);
        long topics = given.take("--topics", 200);
        long members = given.take("--members", 195);
        long atOnce = given.take("--at-once", 16);
        BenchOptions.within("--posts", posts, 20, 100_000);
        BenchOptions.within("--topics", topics, 1, posts);
        BenchOptions.within("--members", members, 1, 234);
        BenchOptions.within("--at-once", atOnce, 1, 200);
        return new RoomPlan((int) posts, (int) topics, (int) members, (int) atOnce);
    }
}
