package org.comity.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.directory.PracticeNetwork.Laid;
import org.comity.proof.form.CommandLine;
import org.jspecify.annotations.Nullable;

/** Runs a practice network on this machine: the Secretariat and two or three States, each a process of its own. */
final class Demo {

    private static final String LOOPBACK = "127.0.0.1";
    private static final long SPACE = 700L << 20;

    private final Path home;
    private final int states;
    private final int port;
    private final boolean reset;
    private final boolean everywhere;
    private final boolean empty;
    private final boolean alone;
    private final List<ChildProcess> children = new CopyOnWriteArrayList<>();

    Demo(List<String> arguments) {
        var options = CommandLine.read(
                arguments, 0, Set.of("states", "port", "home"), Set.of("reset", "listen", "empty", "alone"));
        var given = options.get("home", "");
        this.home = given.isEmpty() ? DemoHome.usual() : StandingFolder.file(given);
        this.states = options.number("states", 2, 2, 3);
        this.port = options.number("port", 8440, 1024, 60000);
        this.reset = options.has("reset");
        this.everywhere = options.has("listen");
        this.empty = options.has("empty");
        this.alone = options.has("alone");
    }

    void run() {
        try {
            Files.createDirectories(home);
            var folder = new DemoFolder(home);
            folder.refuseOthers();
            try (var lock = FileChannel.open(
                    home.resolve(DemoFolder.LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                if (lock.tryLock() == null) {
                    throw new CommandStopped(
                            "A practice network runs from this folder already. Stop it with Ctrl-C where it runs.");
                }
                play(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            java.lang.Thread.currentThread().interrupt();
        }
    }

    private void play(DemoFolder folder) throws IOException, InterruptedException {
        checkSpace();
        checkPorts();
        folder.mark();
        if (reset) {
            say("Starting over: the practice network's data are removed.");
            folder.clear();
        }

        var desk = new DemoDesk(home, empty, Clock.systemUTC());
        if (desk.interrupted()) {
            say("The practice desk was not made to its end: it is made anew.");
            folder.clear();
        }
        say("Laying out keys, directory and configuration of the practice States in %s.".formatted(home));
        var network = desk.lay(states, port);
        Runtime.getRuntime().addShutdownHook(java.lang.Thread.ofPlatform().unstarted(this::stop));
        startAll(network, desk.settings());
        desk.make(network, Demo::say);

        say("");
        say("  Ready. Open  " + "http://localhost:" + network.nodes().getFirst().port()
                + "/practice  and choose a chair.");
        say("  The full record of each request offers it as a file; this checks the file without a node:");
        say("    ./comity verify FILE"
                + network.anchors().stream().map(" --anchor "::concat).collect(Collectors.joining()));
        if (everywhere) {
            say("  It listens on all addresses of this machine: whoever reaches them can sit in any chair.");
        }
        if (alone) {
            say("  Belmora answers by itself, within a minute, what is asked of it from now on.");
        }
        say("  The States are made up. Ctrl-C stops everything; ./comity demo carries on; --reset starts over.");
        if (alone) {
            DemoDesk.answerAlone(network.nodes().get(1), Demo::say);
        }
        watch();
    }

    private void startAll(Laid network, List<String> settings) throws IOException, InterruptedException {
        boolean secretariat = network.secretariat();
        var name = secretariat ? "the Secretariat, which collates the directory" : "the directory operator";
        start(name, secretariat ? "node" : "operator", network.operator(), port, settings)
                .awaitReady(Demo::say);
        for (var node : network.nodes()) {
            start(node.id(), "node", node.config(), node.port(), settings);
        }
        for (var child : children) {
            child.awaitReady(Demo::say);
        }
    }

    /** Whoever reaches a practice node is let in as any official: nobody else's machine does, unless it is asked for. */
    @Nullable
    String listen() {
        return everywhere ? null : LOOPBACK;
    }

    private ChildProcess start(String name, String command, Path config, int at, List<String> settings)
            throws IOException {
        say("Starting %s at http://localhost:%d".formatted(name, at));
        var child = ChildProcess.start(name, command, config, at, listen(), settings);
        children.add(child);
        return child;
    }

    private void watch() throws InterruptedException {
        while (true) {
            for (var child : children) {
                if (!child.alive()) {
                    throw new CommandStopped(child.name() + " has stopped. Its log: " + child.log());
                }
            }
            java.lang.Thread.sleep(500);
        }
    }

    private void stop() {
        children.forEach(ChildProcess::askToStop);
        children.forEach(ChildProcess::awaitStopped);
    }

    private void checkPorts() {
        var wanted = Stream.iterate(port, it -> it + 1).limit(states + 1L);
        var as4 = Stream.iterate(port + 1000, it -> it + 1).limit(states + 1L);
        Stream.concat(wanted, as4).forEach(each -> {
            try (var probe = new ServerSocket()) {
                probe.setReuseAddress(true);
                probe.bind(new InetSocketAddress("127.0.0.1", each));
            } catch (IOException inUse) {
                throw new CommandStopped(
                        "Port %d is in use. Stop what uses it, or choose others: ./comity demo --port 8540"
                                .formatted(each));
            }
        });
    }

    private void checkSpace() {
        long free = Objects.requireNonNull(home.getParent(), "a folder of its own")
                .toFile()
                .getUsableSpace();
        if (free < SPACE) {
            throw new CommandStopped(
                    "Only %d MB are free on the disk; the practice network needs %d MB. Free some and run again."
                            .formatted(free >> 20, SPACE >> 20));
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
