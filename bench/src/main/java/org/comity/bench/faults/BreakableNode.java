package org.comity.bench.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.comity.bench.ApiProgram;
import org.comity.bench.Browser;
import org.comity.bench.NodeProcess;
import org.comity.directory.PracticeNetwork.Laid;

/** Runs one node that can be broken, with the programs of its officials. */
final class BreakableNode {

    private static final Duration HEALTH_WITHIN = Duration.ofSeconds(2);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(HEALTH_WITHIN).build();

    private final Laid.Node node;
    private final NodeProcess process;
    private final Map<String, ApiProgram> programs = new HashMap<>();

    BreakableNode(Laid.Node node) throws IOException {
        this.node = node;
        this.process = new NodeProcess(node);
    }

    String id() {
        return node.id();
    }

    Laid.Node laid() {
        return node;
    }

    Path home() {
        return Objects.requireNonNull(node.config().getParent());
    }

    NodeProcess process() {
        return process;
    }

    OwnDatabase database() {
        return new OwnDatabase(home());
    }

    /** Tokens stay good over restarts; one that did not is made anew. */
    synchronized ApiProgram program(String chair) throws IOException, InterruptedException {
        var program = programs.get(chair);
        if (program == null) {
            program = ApiProgram.of(node.port(), chair);
            programs.put(chair, program);
        }
        return program;
    }

    Browser browser(String chair) throws IOException, InterruptedException {
        return new Browser(node.port()).sit(chair);
    }

    void stop() throws InterruptedException {
        process.close();
    }

    void start(String... settings) throws IOException, InterruptedException {
        process.startAgain(settings);
        process.awaitReady();
        synchronized (this) {
            programs.clear();
        }
    }

    void restart(String... settings) throws IOException, InterruptedException {
        stop();
        start(settings);
    }

    /** Health says so, within two seconds. */
    boolean well() throws InterruptedException {
        return health() == 200;
    }

    /** What health answers within two seconds; 0: nothing. */
    int health() throws InterruptedException {
        var health = HttpRequest.newBuilder(URI.create("http://localhost:%d/actuator/health".formatted(node.port())))
                .timeout(HEALTH_WITHIN)
                .build();
        try {
            return CLIENT.send(health, BodyHandlers.discarding()).statusCode();
        } catch (IOException nothing) {
            return 0;
        }
    }
}
