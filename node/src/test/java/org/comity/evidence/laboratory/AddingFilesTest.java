package org.comity.evidence.laboratory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that is away when the command begins, and whose answer to the first file is lost on its way. */
class AddingFilesTest {

    private static final int AWAY = 503;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final List<String> begun = new ArrayList<>();
    private int asked;
    private HttpServer node;

    @BeforeEach
    void start() throws IOException {
        node = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        node.createContext("/api/v1/evidence", this::answer);
        node.start();
    }

    @AfterEach
    void stop() {
        node.stop(0);
    }

    @Test
    void it_waits_for_the_node_and_begins_a_file_once() throws Exception {
        var file = Files.writeString(folder.resolve("image.dd"), "bytes");
        var line =
                new NodeLine(URI.create("http://127.0.0.1:" + node.getAddress().getPort()), "token", null);

        assertThat(new AddingFiles(line, "", false, new PrintStream(said, true, UTF_8)).add(List.of(file)))
                .isTrue();

        assertThat(begun).hasSize(1);
        assertThat(said.toString(UTF_8))
                .startsWith("The node does not answer. Trying again until it does; Ctrl-C stops.")
                .contains("image.dd: the line dropped", "1 files. All are sealed.");
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        var path = exchange.getRequestURI().getPath().replace("/api/v1/evidence", "");
        switch (exchange.getRequestMethod() + " " + path) {
            case "GET " -> answer(exchange, asked++ == 0 ? AWAY : 200, items());
            case "POST " -> {
                begun.add("7");
                answer(exchange, AWAY, "");
            }
            case "HEAD /7" -> offset(exchange, 0);
            case "PATCH /7" -> offset(exchange, body.length);
            case "POST /7/sealing" -> answer(exchange, 200, "{}");
            default -> answer(exchange, 404, "");
        }
    }

    private String items() {
        var item =
                "{\"id\":\"7\",\"state\":\"adding\",\"stored\":0,\"sha256\":null,\"part\":null,\"request\":null,\"folder\":\"%s\",\"name\":\"image.dd\",\"size\":5}"
                        .formatted("");
        return "{\"items\":[%s],\"cursor\":null}".formatted(begun.isEmpty() ? "" : item);
    }

    private static void offset(HttpExchange exchange, long at) throws IOException {
        exchange.getResponseHeaders().add("Upload-Offset", Long.toString(at));
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
