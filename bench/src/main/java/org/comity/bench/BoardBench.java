package org.comity.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.comity.board.host.BenchedHost;
import org.comity.database.NodeDatabase;
import org.comity.proof.feed.Audience;
import org.springframework.util.FileSystemUtils;

/**
 * Publishes once on a board that many members follow. The host is a node's own code with its PostgreSQL; the members are light
 * ones in the same JVM, with HTTPS and the checks of a node, and no database.
 */
final class BoardBench {

    private static final int THREADS = 16;
    private static final double NANOS = 1e9;

    private final BoardPlan plan;
    private final PrintStream out;

    BoardBench(BoardPlan plan, PrintStream out) {
        this.plan = plan;
        this.out = out;
    }

    /** @param hostCpuSeconds of its port's threads and of its database's processes */
    record Result(int members, int holding, double seconds, long bytesAMember, long bytesIdle, double hostCpuSeconds) {

        boolean holds() {
            return holding == members;
        }

        String json() {
            return String.format(
                    Locale.ROOT,
                    "{\"members\":%d,\"holding\":%d,\"seconds\":%.2f,\"bytesAMember\":%d,\"bytesIdle\":%d,\"hostCpuSeconds\":%.2f}",
                    members,
                    holding,
                    seconds,
                    bytesAMember,
                    bytesIdle,
                    hostCpuSeconds);
        }
    }

    Result run() throws Exception {
        var folder = Files.createTempDirectory("comity-bench-board");
        var keys = BoardKeys.make(folder.resolve("keys"));
        var clock = Clock.systemUTC();
        try (var database = NodeDatabase.fresh(Files.createDirectories(folder.resolve("host")));
                var host = new BenchedHost(database, keys, clock);
                var port = new FeedPort(folder, keys, host.shelf(), THREADS)) {
            for (int n = 0; n < plan.held(); n++) publish(host, "before-" + n);
            var members = new BoardMembers(plan.members(), plan.atOnce(), keys, port, clock);
            double first = members.ask();
            out.printf(Locale.ROOT, "%d members took %d publications in %.1f s%n", members.size(), plan.held(), first);
            long before = members.bytes();
            members.ask();
            long idle = (members.bytes() - before) / members.size();

            before = members.bytes();
            double cpu = hostCpu(port);
            long start = System.nanoTime();
            publish(host, "news");
            members.ask();
            double seconds = BoardMembers.since(start);
            var result = new Result(
                    members.size(),
                    members.holding("news"),
                    seconds,
                    (members.bytes() - before) / members.size(),
                    idle,
                    hostCpu(port) - cpu);
            out.println(result.json());
            return result;
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /** Some 2 kB, as a need or a notification is. */
    private static void publish(BenchedHost host, String subject) {
        host.boards()
                .publish("needs", subject, Audience.PARTICIPANTS, Map.of("title", subject, "text", "x".repeat(2_000)));
    }

    private static double hostCpu(FeedPort port) {
        var threads = ManagementFactory.getThreadMXBean();
        double own = 0;
        for (long id : threads.getAllThreadIds()) {
            var info = threads.getThreadInfo(id);
            if (info != null && info.getThreadName().startsWith(port.threads())) {
                own += Math.max(0, threads.getThreadCpuTime(id)) / NANOS;
            }
        }
        return own
                + ProcessHandle.current()
                        .descendants()
                        .map(it -> it.info().totalCpuDuration().orElse(Duration.ZERO))
                        .mapToDouble(it -> it.toNanos() / NANOS)
                        .sum();
    }
}
