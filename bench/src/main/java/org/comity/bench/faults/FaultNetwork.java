package org.comity.bench.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.comity.bench.BadLine;
import org.comity.bench.BadLine.Quality;
import org.comity.bench.BenchNetwork;
import org.comity.directory.PracticeNetwork.Laid;

/**
 * Runs a practice network in which everything can be broken: two nodes, a line to each, and an operator that can lie.
 */
final class FaultNetwork implements AutoCloseable {

    /** What the disk of the State that is asked is. */
    enum Beneath {
        USUAL,
        SMALL_DISK
    }

    private static final int DOOR = 1000;
    private static final int BEHIND_LINE = 1500;

    final Beneath beneath;
    final BenchNetwork ground;
    final PracticeOperator operator;
    final BreakableNode asking;
    final BreakableNode asked;
    final Random random;
    final HealingTime patience;
    /** Everything takes this much of what it takes in a whole run. */
    final boolean brief;

    private final BadLine toAsking;
    private final BadLine toAsked;

    private FaultNetwork(Beneath beneath, FaultsPlan plan, BenchNetwork ground) throws IOException {
        this.beneath = beneath;
        this.ground = ground;
        this.random = new Random(plan.seed());
        this.patience = plan.patience();
        this.brief = plan.brief();
        var ids = ground.nodes().stream().map(Laid.Node::id).toList();
        operator = new PracticeOperator(ground.home(), ground.asking().port() - 1, ids);
        toAsking = line(ground.asking(), plan.seed());
        toAsked = line(ground.asked(), plan.seed() + 1);
        asking = new BreakableNode(ground.asking());
        asked = new BreakableNode(ground.asked());
    }

    static FaultNetwork set(Beneath beneath, FaultsPlan plan) throws IOException, InterruptedException {
        var ground = BenchNetwork.lay(home -> {
            if (beneath == Beneath.SMALL_DISK) SmallDisk.under(home.resolve("xb-1"));
        });
        var stage = new FaultNetwork(beneath, plan, ground);
        try {
            for (var each : List.of(stage.asking, stage.asked)) {
                each.process().awaitReady();
                each.process().awaitWarm();
            }
            return stage;
        } catch (IOException notStarted) {
            stage.close();
            stage.leave(false);
            throw notStarted;
        }
    }

    Path home() {
        return ground.home();
    }

    boolean well() throws InterruptedException {
        return asking.well() && asked.well();
    }

    /** Both directions of both lines are one cable. */
    void lines(Quality quality) {
        var there = quality.pace();
        var back = quality.pace();
        toAsked.become(quality, back, there);
        toAsking.become(quality, there, back);
    }

    void cutLines() {
        toAsking.cut();
        toAsked.cut();
    }

    void mendLines() {
        toAsking.mend();
        toAsked.mend();
    }

    /** A time of the fault itself; a brief run takes a sixth. */
    void pass(int seconds) throws InterruptedException {
        Thread.sleep(brief ? seconds * 1000L / 6 : seconds * 1000L);
    }

    /** The last means: what a person at the machine does when nothing else helped. */
    void restart() throws IOException, InterruptedException {
        lines(Quality.PERFECT);
        mendLines();
        operator.honest();
        for (var each : List.of(asking, asked)) {
            each.process().kill();
            each.start();
        }
    }

    /** The node listens behind a line that begins where the directory says; it asks its operator often and forgets early. */
    private static BadLine line(Laid.Node node, long seed) throws IOException {
        var config = Files.readString(node.config());
        int door = node.port() + DOOR;
        int behind = node.port() + BEHIND_LINE;
        var changed = config.replace("as4.port: " + door, "as4.port: " + behind)
                .replaceAll(
                        "url: (http://localhost:[0-9]+)\n",
                        "url: $1/%s\n".formatted(node.id().toLowerCase(java.util.Locale.ROOT)))
                .replace("every: PT15S", "every: PT2S")
                .replace("  practice: true\n", "  practice: true\n  retention.after-end: 30d\n");
        Files.writeString(node.config(), changed);
        return new BadLine(Quality.PERFECT, door, behind, seed);
    }

    @Override
    public void close() throws InterruptedException {
        asking.stop();
        asked.stop();
        operator.close();
        try {
            // A node that had to be ended while it started leaves its database behind.
            for (var each : List.of(asking, asked)) {
                if (each.database().runs()) each.database().kill();
            }
            toAsking.close();
            toAsked.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a run leaves that was not healed is evidence; a small disk holds memory and goes in any case. */
    void leave(boolean healed) throws IOException {
        if (beneath == Beneath.SMALL_DISK) SmallDisk.remove(home().resolve("xb-1"));
        if (healed) ground.remove();
    }
}
