package org.comity.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.comity.directory.PracticeNetwork.Laid;

/** One practice node as a process of its own, started as the demo starts it; killed, it can be started again. */
final class NodeProcess implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(4);

    private final Laid.Node node;
    private Process process;

    NodeProcess(Laid.Node node) throws IOException {
        this.node = node;
        this.process = begin();
    }

    String id() {
        return node.id();
    }

    int port() {
        return node.port();
    }

    /** As {@code kill -9} does: nothing of the node is asked or told. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void startAgain() throws IOException {
        process = begin();
    }

    void awaitReady() throws InterruptedException, IOException {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (!new Browser(node.port()).answers("/sign-in")) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IOException("%s did not start; its log: %s".formatted(node.id(), log()));
            }
            Thread.sleep(200);
        }
    }

    private Process begin() throws IOException {
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-XX:+UseSerialGC", "-Xmx384m"));
        line.addAll(program());
        line.addAll(List.of("org.comity.NodeApplication", "node", "--config", node.config().toString()));
        line.addAll(List.of("--parent", Long.toString(ProcessHandle.current().pid())));
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    /** The built program with its start-up cache; from a build's folders the whole class path. */
    private static List<String> program() {
        var all = System.getProperty("java.class.path");
        var jar = Stream.of(all.split(File.pathSeparator))
                .map(Path::of)
                .filter(it -> it.endsWith("comity.jar") && Files.isDirectory(it.resolveSibling("lib")))
                .findFirst();
        if (jar.isEmpty()) {
            return List.of("-cp", all);
        }
        var cache = jar.get().resolveSibling("comity.aot");
        var program = List.of("-cp", jar.get().toString());
        return Files.exists(cache)
                ? Stream.concat(Stream.of("-XX:AOTCache=" + cache), program.stream()).toList()
                : program;
    }

    private Path log() {
        return node.config().resolveSibling("node.log");
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(25, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
