package org.comity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A real node in a process of its own; its log says what it does. */
public final class NodeProcess implements AutoCloseable {

    public static final String COMPILED_ONCE = "-XX:TieredStopAtLevel=1";

    /** What it compiles gets 48 MB else, and each time that fills up the whole heap is collected. */
    public static final List<String> ROOM_FOR_CODE =
            List.of("-XX:ReservedCodeCacheSize=240m", "-XX:SweeperThreshold=100", "-XX:MetaspaceSize=160m");

    /** As the build starts the JVM of a test. */
    private static final List<String> NOT_VERIFIED =
            List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-BytecodeVerificationRemote");

    private final Process process;
    private final Path log;

    /** For a story, which ends before any code is worth compiling twice: half of what a start takes would go into that. */
    public NodeProcess(Path config) throws IOException {
        this(config, "512m", List.of(COMPILED_ONCE));
    }

    /** The same with a database that is there already, so that it need not unpack, initialise and migrate one of its own. */
    static NodeProcess with(Map<String, String> database, Path config) throws IOException {
        var options = new ArrayList<>(List.of(COMPILED_ONCE));
        database.forEach((name, value) -> options.add("-D" + name + "=" + value));
        return new NodeProcess(config, "512m", options);
    }

    /** Through which gigabytes go. */
    NodeProcess(Path config, String heap) throws IOException {
        this(config, heap, List.of());
    }

    private NodeProcess(Path config, String heap, List<String> options) throws IOException {
        log = config.resolveSibling("node.log");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx" + heap,
                // As the launcher starts one.
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders"));
        command.addAll(NOT_VERIFIED);
        command.addAll(ROOM_FOR_CODE);
        command.addAll(options);
        command.addAll(List.of(
                "-Djava.io.tmpdir=" + temporary(config),
                "-Dcomity.postgres=" + System.getProperty("comity.postgres", "")));
        settings(config).forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "org.comity.NodeApplication",
                "node",
                "--config",
                config.toString()));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** Of a node that a story plays. */
    static Map<String, String> settings(Path config) {
        return Map.of(
                "node.keys", config.resolveSibling("keys").toString(),
                "node.database.durable", "false",
                // Enough to say that it is warm; the stories do the rest.
                "node.exchange.warm-rounds", "2",
                // What comes by itself comes sooner; nobody's story is about how long that takes.
                "node.exchange.tick", "250ms",
                "node.evidence.transfer.first-patience", "500ms",
                "node.evidence.remove-every", "PT2S");
    }

    /** Beside its home, so that what a killed process leaves goes with the network and is in no backup. */
    public static Path temporary(Path config) throws IOException {
        var home = config.toAbsolutePath().getParent();
        return Files.createDirectories(home.resolveSibling(home.getFileName() + "-temporary"));
    }

    /** Its log so far. */
    public String log() {
        try {
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            return "";
        }
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** Of one that ends by itself. */
    int exitCode() throws InterruptedException {
        return process.waitFor(2, TimeUnit.MINUTES) ? process.exitValue() : -1;
    }

    /** The most that it ever held of the machine's memory, in KB. */
    long mostResident() throws IOException {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(it -> it.startsWith("VmHWM:"))
                    .mapToLong(it -> Long.parseLong(it.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** As a power cut would. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
