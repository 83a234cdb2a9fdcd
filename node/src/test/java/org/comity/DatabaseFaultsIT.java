package org.comity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.comity.directory.PracticeNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A real node whose embedded database is frozen and killed, and that is started a second time. */
@EnabledIfSystemProperty(named = "comity.full", matches = "true")
class DatabaseFaultsIT {

    private static final int OPERATOR = 18960;
    private static final String ORIGIN = "http://localhost:" + (OPERATOR + 1);

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void a_second_start_changes_nothing_and_a_frozen_or_killed_database_is_told_and_comes_back() throws Exception {
        var home = TemporaryFolders.folder("faults");
        var config = PracticeNetwork.lay(home, 2, OPERATOR).nodes().getFirst().config();
        try (var node = new NodeProcess(config)) {
            await().atMost(Duration.ofMinutes(3)).until(() -> health() == 200);
            var postmaster = postmaster(config);

            try (var second = new NodeProcess(config)) {
                assertThat(second.exitCode()).isEqualTo(2);
                assertThat(second.log())
                        .contains("is in use by XA-1, process", "Nothing was changed")
                        .doesNotContain("\tat ");
            }
            assertThat(postmaster(config)).isEqualTo(postmaster);
            assertThat(health()).isEqualTo(200);

            signal("STOP", postmaster);
            // The machine may be busy in one moment, but not each time: hanging with the database would take longer
            // each time.
            await().until(() -> {
                long began = System.nanoTime();
                return health() == 503
                        && System.nanoTime() - began < Duration.ofSeconds(2).toNanos();
            });
            // Twice in a row: who comes while a look is under way waits only for the rest of it.
            await("a page is answered within seconds")
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> saysSoInTime() && saysSoInTime());
            signal("CONT", postmaster);
            await().atMost(Duration.ofMinutes(1)).until(() -> health() == 200);

            postmaster.destroyForcibly();
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> health() == 200 && !postmaster(config).equals(postmaster));
        }
    }

    private boolean saysSoInTime() throws IOException, InterruptedException {
        long began = System.nanoTime();
        return status("/sign-in") == 503
                && System.nanoTime() - began < Duration.ofSeconds(10).toNanos();
    }

    private int health() throws IOException, InterruptedException {
        return status("/actuator/health");
    }

    /** With a cookie, as a browser brings one: the session would be in the database. */
    private int status(String path) throws IOException, InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create(ORIGIN + path))
                    .timeout(Duration.ofSeconds(20))
                    .header("Cookie", "comity-XA-1=bm90aGluZw==")
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (java.net.ConnectException notYet) {
            return 0;
        }
    }

    private static ProcessHandle postmaster(Path config) throws IOException {
        var file = config.resolveSibling("database/pgdata/postmaster.pid");
        return ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(file).getFirst().strip()))
                .orElse(ProcessHandle.current());
    }

    /** The whole of PostgreSQL: a machine whose disk hangs stops each of its processes. */
    private static void signal(String name, ProcessHandle postmaster) throws Exception {
        var command = new ArrayList<>(List.of("kill", "-" + name, Long.toString(postmaster.pid())));
        postmaster.children().forEach(it -> command.add(Long.toString(it.pid())));
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    }
}
