package org.comity.bench;

import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.comity.board.host.BenchedHost;
import org.comity.database.NodeDatabase;
import org.comity.forum.BenchedRooms;
import org.springframework.util.FileSystemUtils;

/**
 * Fills rooms with contributions, searches them, and lets every member hold the newest one. The host is a node's own code with
 * its PostgreSQL; the members are light ones in the same JVM, as those of {@link BoardBench}.
 */
final class RoomBench {

    private static final int THREADS = 16;
    private static final int TOPICS_OF_A_ROOM = 10;
    private static final int SEARCHES = 200;
    private static final double MILLIS = 1e6;
    private static final long MEGABYTE = 1 << 20;

    /** What is left after the first tenth counts as warm. */
    private static final int PART = 10;

    private static final double FLAT = 1.25;

    private final RoomPlan plan;
    private final PrintStream out;

    RoomBench(RoomPlan plan, PrintStream out) {
        this.plan = plan;
        this.out = out;
    }

    /**
     * @param postLateRatio median of the last tenth by that of the second
     * @param awaySeconds in which one that held nothing takes all that stands on the board
     * @param holdSeconds from one more contribution until every member holds it, if all ask at once
     * @param heapRatio of what is in use after the last contribution by what was after the first tenth
     */
    // More than twelve: it is the last line of the run.
    record Result(
            int posts,
            int topics,
            int members,
            double postMedianMs,
            double postP99Ms,
            double postLateRatio,
            double searchMedianMs,
            double searchP99Ms,
            double pageMedianMs,
            double showSeconds,
            double awaySeconds,
            double holdSeconds,
            int holding,
            long heapMb,
            double heapRatio) {

        boolean holds() {
            return holding == members && heapRatio <= FLAT;
        }

        String json() {
            return String.format(
                    Locale.ROOT,
                    "{\"posts\":%d,\"topics\":%d,\"members\":%d,\"postMedianMs\":%.2f,\"postP99Ms\":%.2f,"
                            + "\"postLateRatio\":%.2f,\"searchMedianMs\":%.2f,\"searchP99Ms\":%.2f,\"pageMedianMs\":%.2f,"
                            + "\"showSeconds\":%.2f,\"awaySeconds\":%.2f,\"holdSeconds\":%.2f,\"holding\":%d,"
                            + "\"heapMb\":%d,\"heapRatio\":%.2f}",
                    posts,
                    topics,
                    members,
                    postMedianMs,
                    postP99Ms,
                    postLateRatio,
                    searchMedianMs,
                    searchP99Ms,
                    pageMedianMs,
                    showSeconds,
                    awaySeconds,
                    holdSeconds,
                    holding,
                    heapMb,
                    heapRatio);
        }
    }

    Result run() throws Exception {
        var folder = Files.createTempDirectory("comity-bench-room");
        var keys = BoardKeys.make(folder.resolve("keys"));
        var clock = Clock.systemUTC();
        try (var database = NodeDatabase.fresh(Files.createDirectories(folder.resolve("host")));
                var host = new BenchedHost(database, keys, clock, "forum");
                var port = new FeedPort(folder, keys, host.shelf(), THREADS)) {
            var rooms = new BenchedRooms(host.source(), host.boards(), clock);
            return run(rooms, port, keys, clock);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private Result run(BenchedRooms rooms, FeedPort port, BoardKeys keys, Clock clock) throws Exception {
        var members = members(plan.members());
        for (int n = 0; n * TOPICS_OF_A_ROOM < plan.topics(); n++) rooms.room("room-" + n, members);
        long[] topics = new long[plan.topics()];
        long[] heap = new long[2];
        double[] post = timed(plan.posts(), n -> {
            int topic = n % plan.topics();
            var by = members.get(n % members.size());
            if (topics[topic] == 0) {
                topics[topic] = rooms.topic("room-" + topic / TOPICS_OF_A_ROOM, words(n), by);
            } else {
                rooms.post(topics[topic], words(n), by);
            }
            if (n == plan.posts() / PART) heap[0] = inUse();
            if (n == plan.posts() - 1) heap[1] = inUse();
        });
        out.printf(Locale.ROOT, "%d contributions stand in %d topics%n", plan.posts(), plan.topics());
        double[] search = timed(SEARCHES, n -> {
            var word = "word" + n * 37 % plan.posts();
            int found = rooms.found(word, members.get(n % members.size()));
            if (found != 1) throw new IllegalStateException(word + " found " + found + " times");
        });
        double[] page = timed(SEARCHES, n -> rooms.page(topics[n % topics.length], members.get(n % members.size())));

        long start = System.nanoTime();
        rooms.show();
        double show = BoardMembers.since(start);
        var followers = new BoardMembers(plan.members(), plan.atOnce(), keys, port, clock);
        double away = followers.firstFor();
        out.printf(Locale.ROOT, "one member took all that stands in %.1f s%n", away);
        start = System.nanoTime();
        long news = rooms.post(topics[0], "One more, for everybody.", members.getFirst());
        rooms.show();
        followers.ask();
        double hold = BoardMembers.since(start);
        int holding = followers.holding(BenchedRooms.subject(news));
        var posts = new Percentiles(post);
        var searches = new Percentiles(search);
        int tenth = plan.posts() / PART;
        var result = new Result(
                plan.posts(),
                plan.topics(),
                plan.members(),
                posts.median(),
                posts.percentile(99),
                part(post, plan.posts() - tenth, plan.posts()) / part(post, tenth, 2 * tenth),
                searches.median(),
                searches.percentile(99),
                new Percentiles(page).median(),
                show,
                away,
                hold,
                holding,
                heap[1],
                (double) heap[1] / Math.max(1, heap[0]));
        out.println(result.json());
        return result;
    }

    private static double part(double[] all, int from, int to) {
        return new Percentiles(java.util.Arrays.copyOfRange(all, from, to)).median();
    }

    /** Made-up participants: XA-1 to XZ-9. */
    static List<String> members(int many) {
        return IntStream.range(0, many)
                .mapToObj(n -> "X" + (char) ('A' + n % 26) + "-" + (1 + n / 26))
                .toList();
    }

    /** Some 600 characters, with a word that no other one has. */
    private static String words(int n) {
        return "We keep traffic data for ninety days. word" + n + " " + "What does your law say about it? ".repeat(17);
    }

    /** Of each, in milliseconds. */
    private static double[] timed(int many, IntConsumer work) {
        double[] took = new double[many];
        for (int n = 0; n < many; n++) {
            long start = System.nanoTime();
            work.accept(n);
            took[n] = (System.nanoTime() - start) / MILLIS;
        }
        return took;
    }

    /** In MB, once all that can go has gone. */
    private static long inUse() {
        for (int n = 0; n < 3; n++) System.gc();
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
    }
}
