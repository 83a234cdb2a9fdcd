package org.comity.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.comity.proof.age.HybridRecipient;
import org.comity.sealing.KeyCeremony;
import org.comity.sealing.age.AgeFile;

/** Sends real sealed acts between two nodes, in turns with bare phase4 that carries the same bytes. */
final class ExchangeBench {

    private static final int EXPORTS = 20;

    private final ExchangePlan plan;
    private final PrintStream out;
    private final List<Double> ratios = new ArrayList<>();
    private final List<Double> perSecond = new ArrayList<>();
    private final List<Double> barePerSecond = new ArrayList<>();
    private final List<Double> under = new ArrayList<>();

    ExchangeBench(ExchangePlan plan, PrintStream out) {
        this.plan = plan;
        this.out = out;
    }

    ExchangeResult run() throws Exception {
        var ground = BenchNetwork.lay();
        out.println("%d acts, %d at once, %d rounds, network in %s"
                .formatted(plan.acts(), plan.atOnce(), plan.rounds(), ground.home()));
        ExchangeResult found;
        try (var asking = new NodeProcess(ground.asking());
                var asked = new NodeProcess(ground.asked())) {
            asking.awaitReady();
            asked.awaitReady();
            asked.awaitWarm();
            found = measure(ground, asking, asked, startedAgain(asking));
        }
        if (found.holds()) {
            ground.remove();
        }
        out.println(found.json());
        return found;
    }

    private record Start(long readyMs, long warmMs) {}

    /** The first start makes a database; what a second one takes is what an office waits for in the morning. */
    private Start startedAgain(NodeProcess node) throws IOException, InterruptedException {
        node.awaitWarm();
        node.close();
        long start = System.nanoTime();
        node.startAgain();
        node.awaitReady();
        long ready = (System.nanoTime() - start) / 1_000_000;
        node.awaitWarm();
        long warm = (System.nanoTime() - start) / 1_000_000;
        out.println("started again: pages after %d ms, warm after %d ms".formatted(ready, warm));
        return new Start(ready, warm);
    }

    private ExchangeResult measure(BenchNetwork ground, NodeProcess asking, NodeProcess asked, Start start)
            throws Exception {
        try (var changes = new DeskChanges(asking.port())) {
            var acts = new SubmittingRequests(asking.port(), changes, asked.id());
            var very = acts.write(0);
            double first = acts.send(very);
            byte[] sealed = acts.container(very);
            byte[] carried = ageFile(ground, sealed);
            out.println(
                    "first act: %.0f ms; sealed %d bytes, carried %d".formatted(first, sealed.length, carried.length));

            int others = plan.warm() + plan.acts() - 1;
            out.println("writing %d requests".formatted(others));
            var waiting = acts.write(1, others);
            var alone = new ArrayList<Double>();
            for (var each : waiting.subList(0, plan.alone() - 1)) {
                alone.add(acts.send(each));
            }
            var rest = waiting.subList(plan.alone() - 1, others);
            try (var bare = new BarePair(ground.home(), payload(ground, carried), plan.atOnce())) {
                warm(bare, acts, rest.subList(0, plan.warm()));
                rounds(bare, acts, rest.subList(plan.warm(), rest.size()));
                memory(asking, asked, bare);
            }
            return new ExchangeResult(
                    plan.acts(),
                    plan.atOnce(),
                    missing(ground, asking, asked),
                    sealed.length,
                    carried.length,
                    Percentiles.of(ratios),
                    Percentiles.of(perSecond),
                    Percentiles.of(barePerSecond),
                    Percentiles.of(under),
                    Percentiles.of(alone),
                    first,
                    start.readyMs(),
                    start.warmMs());
        }
    }

    /** As many on either side: what a node does after hours of work is to be measured, not how a JVM learns. */
    private void warm(BarePair bare, SubmittingRequests acts, List<SubmittingRequests.Waiting> some) throws Exception {
        acts.send(some, plan.atOnce());
        bare.send(plan.alone() + some.size());
    }

    /** Whoever goes first in a round goes second in the next. */
    private void rounds(BarePair bare, SubmittingRequests acts, List<SubmittingRequests.Waiting> waiting)
            throws Exception {
        int done = 0;
        for (int round = 0; round < plan.rounds(); round++) {
            int count = plan.inRound(round);
            var now = waiting.subList(done, done + count);
            boolean bareFirst = round % 2 == 0;
            double theirs = bareFirst ? bare.send(count) : 0;
            double ours = send(acts, now);
            theirs = bareFirst ? theirs : bare.send(count);
            done += count;
            perSecond.add(ours);
            barePerSecond.add(theirs);
            ratios.add(ours / theirs);
            out.println("round %d: %d acts, %.1f a second; bare phase4 %.1f; ratio %.2f"
                    .formatted(round + 1, count, ours, theirs, ours / theirs));
        }
    }

    private double send(SubmittingRequests acts, List<SubmittingRequests.Waiting> now) throws Exception {
        long start = System.nanoTime();
        under.addAll(acts.send(now, plan.atOnce()));
        return now.size() * 1e9 / (System.nanoTime() - start);
    }

    private static byte[] ageFile(BenchNetwork ground, byte[] sealed) throws Exception {
        var recipient = KeyCeremony.ageRecipient(ground.home().resolve("xb-1/keys"));
        return AgeFile.encrypt(sealed, List.of(HybridRecipient.parse(recipient)));
    }

    private static Path payload(BenchNetwork ground, byte[] carried) throws IOException {
        return Files.write(ground.home().resolve("payload.age"), carried);
    }

    private void memory(NodeProcess asking, NodeProcess asked, BarePair bare) {
        for (var node : List.of(asking, asked)) {
            out.println("memory: %s %d MB resident, %d at most; its database %d MB"
                    .formatted(
                            node.id(),
                            ProcessMemory.resident(node.handle()),
                            ProcessMemory.most(node.handle()),
                            ProcessMemory.below(node.handle())));
        }
        var processes = bare.processes();
        out.println("memory: bare sender %d MB resident, %d at most; bare door %d MB, %d at most"
                .formatted(
                        ProcessMemory.resident(processes.getFirst()),
                        ProcessMemory.most(processes.getFirst()),
                        ProcessMemory.resident(processes.getLast()),
                        ProcessMemory.most(processes.getLast())));
    }

    /** Every request is registered on both nodes; some are exported by both and checked entry by entry. */
    private int missing(BenchNetwork ground, NodeProcess asking, NodeProcess asked) throws Exception {
        var here = RegisteredRequests.on(asking.port());
        var there = RegisteredRequests.on(asked.port());
        int sent = plan.warm() + plan.acts();
        int missing = Math.max(sent - here.size(), sent - there.size());
        here.retainAll(there);
        int step = Math.max(1, here.size() / EXPORTS);
        var some = List.copyOf(here);
        for (int i = 0; i < some.size(); i += step) {
            var ours = ThreadCopy.read(export(asking, some.get(i)), ground.authority());
            var theirs = ThreadCopy.read(export(asked, some.get(i)), ground.authority());
            if (!ours.sound()
                    || !theirs.sound()
                    || ours.entries().isEmpty()
                    || !ours.hashes().equals(theirs.hashes())) {
                missing++;
            }
        }
        return missing;
    }

    private static byte[] export(NodeProcess node, String reference) throws IOException, InterruptedException {
        return new Browser(node.port()).sit("duty-officer").bytes("/requests/" + reference + "/thread.zip");
    }
}
