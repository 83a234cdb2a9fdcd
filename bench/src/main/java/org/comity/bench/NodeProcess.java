package org.comity.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.comity.database.NodeDatabase;
import org.comity.directory.PracticeNetwork.Laid;

/** One practice node as a process of its own, started as the demo starts it; killed, it can be started again. */
public final class NodeProcess implements RunningNode {

    private static final Duration LONGEST_START = Duration.ofMinutes(8);
    private static final String WARM = "exchange warm after";

    /** With room for what the first compiler writes: it gets 48 MB else, and as that fills up the whole heap is collected. */
    private static final List<String> COMPILED_ONCE = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:ReservedCodeCacheSize=240m",
            "-XX:SweeperThreshold=100",
            "-XX:MetaspaceSize=160m",
            // Nothing is compiled twice that could be warm.
            "-Dnode.exchange.warm-rounds=2");

    private final Laid.Node node;
    private final List<String> machine;
    private Process process;
    private long begunAt;

    /** @param settings of this start, beside those of its configuration: {@code node.clock.offset=P400D} */
    public NodeProcess(Laid.Node node, String... settings) throws IOException {
        this(node, List.of(), settings);
    }

    private NodeProcess(Laid.Node node, List<String> machine, String... settings) throws IOException {
        this.node = node;
        this.machine = machine;
        this.process = begin(settings);
    }

    /** One that is killed before anything is worth compiling twice: the second compiler takes as much as the start itself. */
    static NodeProcess shortLived(Laid.Node node) throws IOException {
        return new NodeProcess(node, COMPILED_ONCE);
    }

    @Override
    public String id() {
        return node.id();
    }

    @Override
    public int port() {
        return node.port();
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** The one that it brings along, seen from outside. */
    NodeDatabase database() throws IOException {
        return NodeDatabase.under(
                Objects.requireNonNull(node.config().toAbsolutePath().getParent()));
    }

    /** As {@code kill -9} does: nothing of the node is asked or told. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public void startAgain(String... settings) throws IOException {
        process = begin(settings);
    }

    @Override
    public void awaitReady() throws InterruptedException, IOException {
        var browser = new Browser(node.port());
        await(() -> browser.answers("/sign-in"));
    }

    /** @throws IOException if its process ended by itself */
    @Override
    public boolean answers() throws InterruptedException, IOException {
        if (!process.isAlive()) {
            throw new IOException("%s ended by itself; its log: %s".formatted(node.id(), log()));
        }
        return new Browser(node.port()).answers("/sign-in");
    }

    /** Until the exchange says in the log that it is warm. */
    public void awaitWarm() throws InterruptedException, IOException {
        await(() -> says(WARM));
    }

    /** Whether that stands in its log since it was started last. */
    public boolean says(String words) throws IOException {
        return Files.readString(log()).indexOf(words, Math.toIntExact(begunAt)) >= 0;
    }

    private interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    private void await(Condition condition) throws InterruptedException, IOException {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (!condition.holds()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IOException("%s did not start; its log: %s".formatted(node.id(), log()));
            }
            Thread.sleep(50);
        }
    }

    private Process begin(String... settings) throws IOException {
        begunAt = Files.exists(log()) ? Files.readString(log()).length() : 0;
        return begin(node, machine, log(), settings);
    }

    /** Another process for the same node, as one starts by mistake. */
    public static Process begin(Laid.Node node, Path log, String... settings) throws IOException {
        return begin(node, List.of(), log, settings);
    }

    private static Process begin(Laid.Node node, List<String> machine, Path log, String... settings)
            throws IOException {
        var line = new ArrayList<>(JavaProgram.node());
        line.addAll(machine);
        for (var each : settings) {
            line.add("-D" + each);
        }
        line.add("-Dcomity.postgres=" + System.getProperty("comity.postgres", ""));
        // What a killed process leaves goes with the network, and is in no backup.
        var home = Objects.requireNonNull(node.config().toAbsolutePath().getParent());
        line.add("-Djava.io.tmpdir=" + Files.createDirectories(home.resolveSibling(home.getFileName() + "-temporary")));
        line.addAll(List.of(
                "org.comity.NodeApplication", "node", "--config", node.config().toString()));
        line.addAll(List.of("--parent", Long.toString(ProcessHandle.current().pid())));
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private Path log() {
        return node.config().resolveSibling("node.log");
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(25, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
