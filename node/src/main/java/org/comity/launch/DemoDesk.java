package org.comity.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.comity.directory.PracticeNetwork;
import org.comity.directory.PracticeNetwork.Laid;
import org.comity.practice.LivingDesk;
import org.comity.practice.PracticeNode;
import org.comity.practice.ScriptedCounterpart;

/** Decides what lies on the desk of a practice network when it starts: made-up cases, made once, or nothing. */
final class DemoDesk {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(4);

    private final Path home;
    private final Clock machine;
    private final LivingDesk desk;
    private final boolean toMake;
    private int first;

    /** @param empty nothing is made; what was made before stays */
    DemoDesk(Path home, boolean empty, Clock machine) {
        this.home = home;
        this.machine = machine;
        this.desk = new LivingDesk(home, machine);
        this.toMake = !empty && (!Files.exists(home.resolve("operator")) || interrupted());
    }

    /** It was being made when the last start ended: the folder is of no use. */
    boolean interrupted() {
        return desk.state() == LivingDesk.State.BEGUN;
    }

    Laid lay(int states, int port) throws IOException {
        first = port;
        if (!toMake) {
            boolean paper = desk.state() == LivingDesk.State.MADE;
            return PracticeNetwork.layWithSecretariat(home, states, port, paper, machine);
        }
        desk.begin();
        var then = Clock.offset(machine, LivingDesk.SINCE.negated());
        return PracticeNetwork.layWithSecretariat(home, states, port, true, then);
    }

    /**
     * Of every process that is started while the desk is to be made, and of none afterwards. A day passes in a moment: the
     * operator's list is renewed and asked for as often, until the clock is the machine's.
     */
    List<String> settings() {
        return interrupted()
                ? List.of(
                        "node.clock.file=" + desk.clock(),
                        "node.directory.every=PT0.4S",
                        "operator.renew-look=PT0.4S",
                        "node.reminders.every=PT0.3S",
                        "node.alarm.every=PT0.3S")
                : List.of();
    }

    /** At the end the clocks of the processes are the machine's, and none has to be started again. */
    void make(Laid network, Consumer<String> say) throws IOException, InterruptedException {
        if (!toMake) return;
        say.accept("Playing three months of made-up cases, so that the desk lives (once, about two minutes).");
        var secretariat = new PracticeNode(PracticeNetwork.SECRETARIAT, first);
        var nodes = Stream.concat(network.nodes().stream().map(DemoDesk::node), Stream.of(secretariat))
                .toList();
        desk.make(nodes, tenths -> say.accept("  %d %%".formatted(tenths * 10)));
    }

    private static PracticeNode node(Laid.Node node) {
        return new PracticeNode(node.id(), node.port());
    }

    /** In a thread of its own, as long as the program runs. */
    static void answerAlone(Laid.Node node, Consumer<String> say) throws IOException, InterruptedException {
        var counterpart = new ScriptedCounterpart(node(node), Clock.systemUTC());
        Thread.ofVirtual().name("counterpart").start(() -> lookOnAndOn(counterpart::look, LOOK_EVERY, say));
    }

    /** One look at what has come. */
    interface Look {
        void look() throws IOException, InterruptedException;
    }

    /** No fault ends it but being interrupted, and one that lasts is said once. */
    static void lookOnAndOn(Look at, Duration every, Consumer<String> say) {
        var said = "";
        while (true) {
            try {
                Thread.sleep(every);
                at.look();
                said = "";
            } catch (IOException | RuntimeException e) {
                var fault = "The scripted counterpart could not answer: "
                        + Objects.requireNonNullElse(e.getMessage(), e.toString());
                if (!fault.equals(said)) {
                    say.accept(fault);
                }
                said = fault;
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
