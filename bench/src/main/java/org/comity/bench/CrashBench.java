package org.comity.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Kills either node while both work, and finds out whether an act was lost, doubled or seen differently. */
final class CrashBench {

    private static final Duration UNTIL_QUIET = Duration.ofMinutes(6);
    private static final int LONGEST_LIFE = 8_000;
    private static final List<String> ASKED = List.of("acknowledge", "accept", "report-preserved", "release");

    private final CrashPlan plan;
    private final PrintStream out;
    private final Random random;
    private final Set<String> approved = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean over = new AtomicBoolean();

    CrashBench(CrashPlan plan, PrintStream out) {
        this.plan = plan;
        this.out = out;
        this.random = new Random(plan.seed());
    }

    NodeComparison run() throws IOException, InterruptedException {
        var ground = BenchNetwork.lay();
        out.println("seed %d, %d kills, network in %s".formatted(plan.seed(), plan.kills(), ground.home()));
        NodeComparison found;
        try (var one = new NodeProcess(ground.asking());
                var other = new NodeProcess(ground.asked())) {
            one.awaitReady();
            other.awaitReady();
            work(List.of(one, other));
            found = quiet(ground.authority(), one, other);
        }
        if (found.holds()) {
            ground.remove();
        }
        out.println(json(found));
        return found;
    }

    private String json(NodeComparison found) {
        return "{\"seed\":%d,\"kills\":%d,\"threads\":%d,\"acts\":%d,\"lost\":%d,\"twice\":%d,\"diverged\":%d,\"unasked\":%d}"
                .formatted(
                        plan.seed(),
                        plan.kills(),
                        found.threads(),
                        found.acts(),
                        found.lost(),
                        found.twice(),
                        found.diverged(),
                        found.unasked());
    }

    private void work(List<NodeProcess> nodes) throws IOException, InterruptedException {
        var asking = new OfficersAtWork(nodes.getFirst().port(), approved);
        var asked = new OfficersAtWork(nodes.getLast().port(), approved);
        var officers = List.of(
                Thread.ofPlatform()
                        .start(new Casework(asking, nodes.getLast().id(), List.of("no-longer-needed"), over)),
                Thread.ofPlatform().start(new Casework(asked, null, ASKED, over)));
        // Killing nodes that have not begun to work would prove little.
        while (approved.isEmpty() && officers.stream().allMatch(Thread::isAlive)) {
            Thread.sleep(100);
        }
        for (int kill = 1; kill <= plan.kills(); kill++) {
            kill(kill, nodes.get(random.nextInt(nodes.size())));
        }
        over.set(true);
        for (var each : nodes) {
            each.awaitReady();
        }
        for (var each : officers) {
            each.join();
        }
    }

    /** One in four dies again while it starts. */
    private void kill(int number, NodeProcess victim) throws IOException, InterruptedException {
        int life = random.nextInt(LONGEST_LIFE);
        Thread.sleep(life);
        victim.kill();
        out.println("kill %d: %s after %d ms; %d acts approved so far"
                .formatted(number, victim.id(), life, approved.size()));
        victim.startAgain();
        if (random.nextInt(4) > 0) {
            victim.awaitReady();
        }
    }

    /** Quiet when nothing is missing; what is still missing after a long wait is missing. */
    private NodeComparison quiet(Path authority, NodeProcess one, NodeProcess other) throws InterruptedException {
        long end = System.nanoTime() + UNTIL_QUIET.toNanos();
        NodeComparison found;
        do {
            Thread.sleep(2_000);
            found = NodeComparison.of(approved, copies(one, authority), copies(other, authority));
            out.println("comparing: " + found);
        } while (!found.holds() && System.nanoTime() < end);
        return found;
    }

    private List<ThreadCopy> copies(NodeProcess node, Path authority) throws InterruptedException {
        var desk = new OfficersAtWork(node.port(), approved);
        var copies = new ArrayList<ThreadCopy>();
        for (var reference : desk.references()) {
            copies.add(ThreadCopy.read(desk.export(reference), authority));
        }
        return copies;
    }
}
