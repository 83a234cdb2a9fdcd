package org.comity.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.comity.directory.Onboarding;
import org.comity.directory.PracticeNetwork.Laid;
import org.comity.practice.CounterpartScript;

/**
 * Kills nodes while three States work, two of them in every procedure and all in a joint thread, and finds out whether an
 * act was lost, doubled or seen differently.
 */
final class CrashBench {

    private static final Duration UNTIL_QUIET = Duration.ofMinutes(6);
    private static final Duration LONGEST_START = Duration.ofMinutes(8);
    private static final int LONGEST_LIFE = 8_000;

    /** What the State asked begins: it follows a request of the other. */
    private static final String BY_THE_ASKED = "disclosure/1";

    /** How a node of the network is started; what is no process of its own is never killed. */
    @FunctionalInterface
    interface Starting {
        RunningNode start(Laid.Node node) throws IOException;
    }

    private final CrashPlan plan;
    private final PrintStream out;
    private final Starting starting;
    private final Random random;
    private final Set<String> approved = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean over = new AtomicBoolean();
    private final List<ProceduresAtWork> desks = new ArrayList<>();
    private final List<Double> starts = new ArrayList<>();
    private final Map<RunningNode, Long> started = new HashMap<>();
    private int killed;

    CrashBench(CrashPlan plan, PrintStream out) {
        this(plan, out, NodeProcess::shortLived);
    }

    CrashBench(CrashPlan plan, PrintStream out, Starting starting) {
        this.plan = plan;
        this.out = out;
        this.starting = starting;
        this.random = new Random(plan.seed());
    }

    NodeComparison run() throws IOException, InterruptedException {
        var ground = BenchNetwork.layThree();
        out.println("seed %d, %d kills, network in %s".formatted(plan.seed(), plan.kills(), ground.home()));
        NodeComparison found;
        try (var one = starting.start(ground.nodes().get(0));
                var other = starting.start(ground.nodes().get(1));
                var third = starting.start(ground.nodes().get(2))) {
            var nodes = List.<RunningNode>of(one, other, third);
            for (var each : nodes) each.awaitReady();
            work(nodes);
            found = quiet(ground.authority(), nodes);
        }
        if (found.holds()) {
            ground.remove();
        }
        out.println(json(found));
        return found;
    }

    private String json(NodeComparison found) {
        return "{\"seed\":%d,\"kills\":%d,\"procedures\":%d,\"ofProcedures\":%d,\"threads\":%d,\"acts\":%d,\"lost\":%d,\"twice\":%d,\"diverged\":%d,\"unasked\":%d,\"startSeconds\":%.1f}"
                .formatted(
                        plan.seed(),
                        killed,
                        begun(),
                        begins().size(),
                        found.threads(),
                        found.acts(),
                        found.lost(),
                        found.twice(),
                        found.diverged(),
                        found.unasked(),
                        starts.isEmpty() ? 0 : starts.stream().sorted().toList().get(starts.size() / 2));
    }

    private long begun() {
        return desks.stream().flatMap(it -> it.begun().stream()).distinct().count();
    }

    /** Every procedure for which practice has words. */
    private static List<String> begins() {
        return Onboarding.PROCEDURES.stream()
                .filter(it -> !CounterpartScript.opening(it).isEmpty())
                .sorted()
                .toList();
    }

    /** Whether each procedure was begun; or nobody is left who could, which is told at once. */
    private boolean through(List<Future<?>> working) {
        return begun() == begins().size() || working.stream().anyMatch(Future::isDone);
    }

    private void work(List<RunningNode> nodes) throws IOException, InterruptedException {
        var together = together(nodes);
        desks.addAll(desks(nodes));
        try (var officers = Executors.newCachedThreadPool()) {
            var working = Stream.concat(together.stream(), desks.stream())
                    .<Future<?>>map(officers::submit)
                    .toList();
            long end = System.nanoTime() + Duration.ofMinutes(plan.minutes()).toNanos();
            while (killed < plan.kills() && System.nanoTime() < end) {
                kill(++killed, nodes);
            }
            out.println("%d of %d procedures begun while nodes were killed".formatted(begun(), begins().size()));
            while (plan.whole() && !through(working)) Thread.sleep(200);
            over.set(true);
            answering(nodes, nodes.size());
            for (var each : working) each.get();
        } catch (ExecutionException broken) {
            throw new IllegalStateException("officers could not go on", broken.getCause());
        }
    }

    /** The first State begins every procedure with the others in turn; they begin what follows from one of its requests. */
    private List<ProceduresAtWork> desks(List<RunningNode> nodes) {
        var begun = begins().stream().filter(it -> !it.equals(BY_THE_ASKED)).toList();
        var first = List.of(nodes.getFirst().id());
        var others = nodes.stream().skip(1).map(RunningNode::id).toList();
        return nodes.stream()
                .map(it -> it.id().equals(first.getFirst())
                        ? new ProceduresAtWork(it.port(), others, begun, approved, over)
                        : new ProceduresAtWork(it.port(), first, List.of(BY_THE_ASKED), approved, over))
                .toList();
    }

    /** All three in one joint thread, before anything is killed: killing nodes that have not begun to work would prove little. */
    private List<JointAtWork> together(List<RunningNode> nodes) throws InterruptedException {
        var all = nodes.stream()
                .map(it -> new JointAtWork(it.port(), approved, over))
                .toList();
        var thread =
                all.getFirst().begin(nodes.stream().skip(1).map(RunningNode::id).toList());
        for (var each : all) each.in(thread);
        int joined;
        do {
            Thread.sleep(200);
            joined = 0;
            for (var each : all) joined += each.joined() ? 1 : 0;
        } while (joined < all.size());
        return all;
    }

    /**
     * Dies at a random instant while two at least answer, so that something is on its way between them. Nobody waits until
     * all are back: whoever starts meanwhile may be killed as well, and is once in four times.
     */
    private void kill(int number, List<RunningNode> nodes) throws IOException, InterruptedException {
        var answering = answering(nodes, 2);
        int life = random.nextInt(LONGEST_LIFE);
        Thread.sleep(life);
        var among = killable(random.nextInt(4) == 0 ? nodes : answering);
        if (among.isEmpty()) among = killable(nodes);
        var victim = among.get(random.nextInt(among.size()));
        victim.kill();
        out.println("kill %d: %s after %d ms; %d answered, %d acts approved so far"
                .formatted(number, victim.id(), life, answering.size(), approved.size()));
        started.put(victim, System.nanoTime());
        victim.startAgain();
    }

    private static List<NodeProcess> killable(List<RunningNode> nodes) {
        return nodes.stream()
                .filter(NodeProcess.class::isInstance)
                .map(NodeProcess.class::cast)
                .toList();
    }

    /** So many at least. */
    private List<RunningNode> answering(List<RunningNode> nodes, int least) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (true) {
            var answering = new ArrayList<RunningNode>();
            for (var each : nodes) {
                if (!each.answers()) continue;
                answering.add(each);
                var since = started.remove(each);
                if (since != null) starts.add((System.nanoTime() - since) / 1e9);
            }
            if (answering.size() >= least) return answering;
            if (System.nanoTime() > end)
                throw new IOException("only %d of %d answer".formatted(answering.size(), least));
            Thread.sleep(200);
        }
    }

    /** Quiet when nothing is missing; what is still missing after a long wait is missing. */
    private NodeComparison quiet(Path authority, List<RunningNode> nodes) throws InterruptedException {
        long end = System.nanoTime() + UNTIL_QUIET.toNanos();
        NodeComparison found;
        do {
            Thread.sleep(2_000);
            var copies = new ArrayList<List<ThreadCopy>>();
            for (var each : nodes) copies.add(copies(each, authority));
            found = NodeComparison.of(approved, approved, copies);
            out.println("comparing: " + found);
        } while (!found.holds() && System.nanoTime() < end);
        return found;
    }

    private List<ThreadCopy> copies(RunningNode node, Path authority) throws InterruptedException {
        var copies = new ArrayList<ThreadCopy>();
        for (var each : new ProceduresAtWork(node.port(), List.of(), List.of(), approved, over).exports()) {
            copies.add(ThreadCopy.read(each, authority));
        }
        return copies;
    }
}
