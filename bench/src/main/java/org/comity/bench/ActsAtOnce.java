package org.comity.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.comity.bench.BadLine.Quality;
import org.comity.directory.PracticeNetwork.Laid;

/** Acts that are approved in one moment, over a relay of 64 kbit/s to a node that has just started. */
final class ActsAtOnce {

    private static final int DOOR_ABOVE = 1000;
    private static final Quality THIN = new Quality(64_000 / 8, 0, 0);

    private final int acts;
    private final long seed;
    private final PrintStream out;

    ActsAtOnce(int acts, long seed, PrintStream out) {
        this.acts = acts;
        this.seed = seed;
        this.out = out;
    }

    /**
     * @param seconds until the last one's entry was verified
     * @param ratio seconds in which the line alone carries the sealed acts, by ours
     */
    record Found(double seconds, double ratio) {}

    Found run() throws Exception {
        var ground = BenchNetwork.lay();
        var asked = ground.asked();
        int door = asked.port() + DOOR_ABOVE;
        int behind = BenchNetwork.freePort();
        moved(asked, door, behind);
        try (var asking = new NodeProcess(ground.asking());
                var receiving = new NodeProcess(asked);
                var line = new BadLine(THIN, door, behind, seed)) {
            // Who connects is who sends here: the line is as thin that way.
            line.become(THIN, THIN.pace(), THIN.pace());
            asking.awaitReady();
            receiving.awaitReady();
            asking.awaitWarm();
            receiving.awaitWarm();
            var found = measure(asking, asked.id(), line);
            ground.remove();
            return found;
        }
    }

    /** The directory names the relay's end as the node's door. */
    private static void moved(Laid.Node node, int from, int to) throws IOException {
        var config = Files.readString(node.config());
        var moved = config.replace("as4.port: " + from, "as4.port: " + to);
        if (moved.equals(config)) throw new IOException("no as4.port in " + node.config());
        Files.writeString(node.config(), moved);
    }

    private Found measure(NodeProcess asking, String counterpart, BadLine line) throws Exception {
        try (var changes = new DeskChanges(asking.port())) {
            var pressing = new SubmittingRequests(asking.port(), changes, counterpart);
            var waiting = pressing.write(0, acts);
            long before = line.back.get();
            long start = System.nanoTime();
            var took = new ArrayList<>(pressing.send(waiting, acts));
            double seconds = (System.nanoTime() - start) / 1e9;
            long carried = line.back.get() - before;
            double sealed = 0;
            for (var each : waiting) sealed += pressing.container(each).length;
            if (carried < sealed) {
                throw new IOException("%d bytes went over the line, %.0f were sealed".formatted(carried, sealed));
            }
            double alone = sealed / THIN.bytesPerSecond();
            took.sort(null);
            out.println(
                    "64 kbit/s, %d acts approved at once, %.0f bytes sealed: all registered after %.1f s, the first after %.1f s; "
                                    .formatted(acts, sealed, seconds, took.getFirst() / 1000)
                            + "the line alone %.1f s; %d bytes went over it".formatted(alone, carried));
            return new Found(seconds, alone / seconds);
        }
    }

    /** By itself: {@code java … org.comity.bench.ActsAtOnce}. */
    public static void main(String[] arguments) throws Exception {
        var found = new ActsAtOnce(16, 1, System.out).run();
        System.out.println(List.of(found));
    }
}
