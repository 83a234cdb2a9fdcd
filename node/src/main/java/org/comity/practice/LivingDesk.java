package org.comity.practice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comity.clock.PracticeClock;

/**
 * Makes the practice desk live: plays three months of made-up cases on practice nodes whose clock it moves, and lets the clock
 * run with the machine's at the end. Done once for a network; what was interrupted is not gone on with.
 */
public final class LivingDesk {

    /** When the keys of a network begin to count that is to live: before everything that is played. */
    public static final Duration SINCE = Duration.ofDays(89);

    private static final Duration UNTIL_SEEN = PracticeClock.LOOKED_AT_EVERY.plusMillis(5);

    private final Path home;
    private final Clock machine;

    /** @param home of the practice network; it remembers what was done */
    public LivingDesk(Path home, Clock machine) {
        this.home = home;
        this.machine = machine;
    }

    /** What the network's folder says of its practice desk. */
    public enum State {
        /** nobody made one: nothing was ever laid here, or it was laid to be empty */
        NONE,
        /** begun and not ended: the network has to be laid anew */
        BEGUN,
        MADE
    }

    public State state() {
        if (Files.exists(clock())) {
            return State.BEGUN;
        }
        return Files.exists(home.resolve("lives")) ? State.MADE : State.NONE;
    }

    /** The file that the nodes' clocks follow while the desk is made ({@code node.clock.file}). */
    public Path clock() {
        return home.resolve("practice-desk.clock");
    }

    /** Before the nodes start: their clocks stand where the first case begins. */
    public void begin() throws IOException {
        Files.createDirectories(home);
        PracticeClock.set(clock(), SINCE.negated());
    }

    /** @param said hears how far it is, in whole tenths */
    public void make(List<PracticeNode> nodes, Consumer<Integer> said) throws IOException, InterruptedException {
        var scenes = Story.shipped().scenes();
        var byId = nodes.stream().collect(Collectors.toMap(PracticeNode::id, Function.identity()));
        var playing = new PlayingStory(byId, machine, new DisturbedLine(home));
        int done = 0;
        Duration at = null;
        for (var scene : scenes) {
            if (!scene.step().at().equals(at)) {
                at = scene.step().at();
                PracticeClock.set(clock(), at);
                Thread.sleep(UNTIL_SEEN);
                playing.begins();
            }
            playing.play(scene);
            if (++done * 10 / scenes.size() > (done - 1) * 10 / scenes.size()) {
                said.accept(done * 10 / scenes.size());
            }
        }
        for (var each : nodes) {
            each.close();
        }
        Files.writeString(home.resolve("lives"), machine.instant() + "\n");
        Files.delete(clock());
    }
}
