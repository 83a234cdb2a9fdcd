package org.comity.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.comity.NodeApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** {@code comity evidence bag …} as a process of its own, as the launcher starts it, at a node that only answers. */
@EnabledIfSystemProperty(named = "comity.full", matches = "true")
class LaunchedEvidenceTest {

    private static final String LISTED = """
            {"folders": [{"name": "XA-2026-000001-XA-1-1", "kind": "BAG", "from": "XA-1", "at": "2027-03-01T12:00:00Z"}],
             "works": [{"folder": "XA-2026-000001-XA-1-1", "what": "IN", "begun": "2027-03-01T12:00:00Z", "bytes": 7,
               "ended": "2027-03-01T12:00:01Z", "lines": [{"file": "bagit.txt", "code": "acts-taken", "detail": "1", "good": true}]}]}
            """;

    @TempDir
    private Path folder;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile String listed = LISTED;
    private HttpServer node;

    @BeforeEach
    void start() throws IOException {
        node = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        node.createContext("/api/v1/evidence/disk", this::answer);
        node.start();
    }

    @AfterEach
    void stop() {
        node.stop(0);
    }

    @Test
    void a_command_asks_the_node_for_what_was_said_and_tells_how_it_ended() throws Exception {
        var list = Files.writeString(folder.resolve("hashes of the letter"), "ab".repeat(32) + "\n");

        assertThat(launched("bag", "list")).startsWith("0 ").contains("BAG", "XA-2026-000001-XA-1-1, made by XA-1");
        assertThat(launched(
                        "bag",
                        "out",
                        "--request",
                        "XA-2026-000001",
                        "--use",
                        "stated",
                        "--words",
                        "To the court, case 4711"))
                .startsWith("0 ")
                .contains("acts-taken 1", "Done.");
        assertThat(launched("bag", "compare", "disk 17", "--request", "XA-2026-000001", "--list", list.toString()))
                .startsWith("0 ");

        assertThat(asked.getFirst()).startsWith("GET /api/v1/evidence/disk ");
        assertThat(asked)
                .anyMatch(it ->
                        it.startsWith("POST /api/v1/evidence/disk/bags ") && it.contains("To the court, case 4711"))
                .anyMatch(it -> it.startsWith("POST /api/v1/evidence/disk/plain ") && it.contains("ab".repeat(32)));
    }

    @Test
    void an_empty_disk_is_said_to_be_empty() throws Exception {
        listed = "{\"folders\": [], \"works\": []}";
        assertThat(launched("bag", "list")).isEqualTo("0 Nothing lies on the node's disk.\n");
    }

    @Test
    void what_is_not_understood_is_helped() throws Exception {
        assertThat(launched("bag", "dance")).startsWith("2 ").contains("comity evidence bag list");
        assertThat(asked).isEmpty();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath() + " "
                            + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            boolean reads = exchange.getRequestMethod().equals("GET");
            byte[] body = (reads ? listed : "{\"folder\": \"XA-2026-000001-XA-1-1\"}").getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(reads ? 200 : 202, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** Exit code and everything that was said. */
    private String launched(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                NodeApplication.class.getName(),
                "evidence"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--node", "http://127.0.0.1:" + node.getAddress().getPort()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("COMITY_TOKEN", "a-token");
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor(1, TimeUnit.MINUTES);
        return process.exitValue() + " " + said;
    }
}
