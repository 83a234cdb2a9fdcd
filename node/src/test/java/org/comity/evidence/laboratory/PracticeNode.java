package org.comity.evidence.laboratory;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.comity.proof.form.Digests;
import org.jspecify.annotations.Nullable;

/** A node that lists what a test says is there, takes whatever comes, and remembers what it was asked. */
final class PracticeNode implements AutoCloseable {

    static final String NEW = "new";

    private final HttpServer server;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final List<String> items = new ArrayList<>();

    private final List<Integer> paused = new CopyOnWriteArrayList<>();

    /** What happens at the other computer as it asks where to go on. */
    Runnable meanwhile = () -> {};

    /** Whether what comes is taken. */
    boolean takes = true;

    /** Verb and path behind that of evidence, in order. */
    final List<String> asked = new CopyOnWriteArrayList<>();

    PracticeNode() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/evidence", this::answer);
        server.start();
    }

    /** @param whole its bytes, or null while they are still coming */
    PracticeNode holds(String id, String state, String name, int size, byte @Nullable [] whole) {
        items.add(
                "{\"id\":\"%s\",\"state\":\"%s\",\"stored\":0,\"sha256\":%s,\"part\":null,\"request\":null,\"folder\":\"\",\"name\":\"%s\",\"size\":%d}"
                        .formatted(
                                id, state, whole == null ? "null" : "\"" + Digests.sha256(whole) + "\"", name, size));
        return this;
    }

    boolean add(boolean sealedOnly, Path... paths) throws IOException {
        var line = new NodeLine(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "token", null);
        return new AddingFiles(line, "", sealedOnly, new PrintStream(said, true, UTF_8), paused::add)
                .add(List.of(paths));
    }

    /** Seconds, as often as it waited. */
    List<Integer> paused() {
        return paused;
    }

    String said() {
        return said.toString(UTF_8);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body;
        try {
            body = exchange.getRequestBody().readAllBytes();
        } catch (IOException broken) {
            asked.add("broken");
            exchange.close();
            return;
        }
        var path = exchange.getRequestURI().getPath().replace("/api/v1/evidence", "");
        asked.add(exchange.getRequestMethod() + " " + path);
        switch (exchange.getRequestMethod()) {
            case "GET" -> answer(exchange, 200, "{\"items\":[%s],\"cursor\":null}".formatted(String.join(",", items)));
            case "HEAD" -> {
                meanwhile.run();
                offset(exchange, 0);
            }
            case "PATCH" -> {
                if (takes) offset(exchange, body.length);
                else answer(exchange, 503, "");
            }
            case "POST" -> {
                if (path.isEmpty()) exchange.getResponseHeaders().add("Location", "/api/v1/evidence/" + NEW);
                answer(exchange, path.isEmpty() ? 201 : 200, path.endsWith("/sealing") ? "{}" : "");
            }
            default -> answer(exchange, 404, "");
        }
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

    @Override
    public void close() {
        server.stop(0);
    }
}
