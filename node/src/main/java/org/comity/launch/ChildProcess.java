package org.comity.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Starts and ends one process of the practice network, from the same jar with the same start-up cache. */
record ChildProcess(String name, Process process, Path log, URI firstPage) {

    /**
     * @param listen on which address its ports listen; null: on all of this machine
     * @param settings of this start alone, as {@code name=value}
     */
    static ChildProcess start(
            String name, String command, Path config, int port, @Nullable String listen, List<String> settings)
            throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var line = new ArrayList<String>();
        line.add(java);
        var given = ManagementFactory.getRuntimeMXBean().getInputArguments();
        given.stream().filter(it -> isCache(it) || prepared(command, it)).forEach(line::add);
        line.addAll(compiling(given));
        line.addAll(listening(listen));
        settings.forEach(it -> line.add("-D" + it));
        line.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-Xmx384m",
                "-cp",
                System.getProperty("java.class.path")));
        line.addAll(List.of("org.comity.NodeApplication", command, "--config", config.toString()));
        line.addAll(List.of("--parent", Long.toString(ProcessHandle.current().pid())));
        var log = config.resolveSibling("node.log");
        var process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        return new ChildProcess(
                name,
                process,
                log,
                URI.create("http://localhost:" + port + (command.equals("operator") ? "/" : "/sign-in")));
    }

    /** The pages, and the two doors for other nodes. */
    static List<String> listening(@Nullable String listen) {
        return listen == null ? List.of() : List.of("-Dserver.address=" + listen, "-Dcomity.listen=" + listen);
    }

    /**
     * Before the start-up cache is there, three processes load and compile everything at once, on two cores: there the second
     * compiler takes a fifth of the time until the desk is made, and what it makes is hardly used before the next start.
     */
    static List<String> compiling(List<String> given) {
        return given.stream().anyMatch(ChildProcess::isCache) ? List.of() : List.of("-XX:TieredStopAtLevel=1");
    }

    private static boolean isCache(String argument) {
        return argument.startsWith("-XX:AOTCache=");
    }

    /** What the build prepared for a node fits no other program. */
    private static boolean prepared(String command, String argument) {
        return command.equals("node") && argument.startsWith("-Dspring.aot.enabled=");
    }

    boolean alive() {
        return process.isAlive();
    }

    /**
     * Until its first page answers, however slow the machine is.
     *
     * @param say that it is still starting, each minute
     */
    void awaitReady(Consumer<String> say) throws InterruptedException {
        long began = System.nanoTime();
        var patience = new StartPatience();
        try (var client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build()) {
            while (!answers(client)) {
                if (!alive()) {
                    throw new CommandStopped(
                            "%s did not start: %s. The whole log: %s".formatted(name, lastLine(), log));
                }
                goOn(patience, Duration.ofNanos(System.nanoTime() - began), say);
                java.lang.Thread.sleep(100);
            }
        }
    }

    private void goOn(StartPatience patience, Duration since, Consumer<String> say) {
        switch (patience.look(since, log.toFile().length())) {
            case WAIT -> {}
            case TELL ->
                say.accept("  %s is still starting, after %d s. This machine is slow; its log grows: %s"
                        .formatted(name, since.toSeconds(), log));
            case SILENT ->
                throw new CommandStopped(
                        "%s is not ready after %d s, and its log has stood still for %d s. Its last line: %s. The whole log: %s"
                                .formatted(
                                        name, since.toSeconds(), StartPatience.SILENCE.toSeconds(), lastLine(), log));
            case TOO_LONG ->
                throw new CommandStopped(
                        "%s is not ready after %d s, though its log grows. Its last line: %s. The whole log: %s"
                                .formatted(name, since.toSeconds(), lastLine(), log));
        }
    }

    private boolean answers(HttpClient client) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(firstPage)
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private String lastLine() {
        try (var lines = Files.lines(log)) {
            return lines.filter(it -> !it.isBlank())
                    .reduce((first, second) -> second)
                    .orElse("no word of why");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void askToStop() {
        process.destroy();
    }

    void awaitStopped() {
        try {
            if (!process.waitFor(25, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            java.lang.Thread.currentThread().interrupt();
        }
    }
}
