package org.comity.launch;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.comity.directory.PracticeNetwork;
import org.comity.exchange.WarmState;
import org.springframework.boot.SpringApplication;

/** Starts a practice node, lets it warm up, draws its first pages and stops: the run from which the JVM writes its start-up cache. */
final class TrainingRun {

    private static final Duration LONGEST_WARM_UP = Duration.ofMinutes(1);

    private TrainingRun() {}

    static void run(Class<?> node, Path home) {
        var network = PracticeNetwork.lay(home, 2, 18440);
        var first = network.nodes().getFirst();
        var context = Commands.application(node, first.config());
        awaitWarm(context.getBean(WarmState.class));
        try (var client = HttpClient.newHttpClient()) {
            for (var path :
                    List.of("/practice", "/practice/sit/duty-officer", "/articles", "/articles/42", "/sign-in")) {
                client.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + first.port() + path))
                                .timeout(Duration.ofSeconds(20))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
            }
        } catch (java.io.IOException | InterruptedException e) {
            System.err.println("comity: the start-up cache is made without pages: " + e);
        }
        System.exit(SpringApplication.exit(context));
    }

    /** What a node does once it is warm is what the cache should know; a node that never is gets a smaller one. */
    private static void awaitWarm(WarmState exchange) {
        long end = System.nanoTime() + LONGEST_WARM_UP.toNanos();
        while (!exchange.warm() && System.nanoTime() < end) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
