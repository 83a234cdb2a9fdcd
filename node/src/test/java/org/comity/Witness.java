package org.comity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Stands between a program and a node, passes everything on unchanged, and holds each answer against the description. */
final class Witness implements AutoCloseable {

    private static final Set<String> NOT_PASSED =
            Set.of("host", "connection", "content-length", "expect", "transfer-encoding");

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server;
    private final String node;
    private final Described described;
    private final Set<String> seen = new ConcurrentSkipListSet<>();
    private final List<String> differences = new CopyOnWriteArrayList<>();

    Witness(int port, String node, Described described) throws IOException {
        this.node = node;
        this.described = described;
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.createContext("/", this::pass);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Operations that succeeded at least once. */
    Set<String> seen() {
        return seen;
    }

    List<String> differences() {
        return differences;
    }

    private void pass(HttpExchange exchange) throws IOException {
        var asked = exchange.getRequestBody().readAllBytes();
        var request = HttpRequest.newBuilder(URI.create(node + exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(asked));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_PASSED.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(it -> request.header(name, it));
            }
        });
        try (exchange) {
            var answer = client.send(request.build(), BodyHandlers.ofByteArray());
            var type = answer.headers().firstValue("Content-Type").orElse("");
            look(
                    exchange,
                    new String(asked, java.nio.charset.StandardCharsets.UTF_8),
                    answer.statusCode(),
                    type,
                    answer.body());
            answer.headers().map().forEach((name, values) -> {
                if (!NOT_PASSED.contains(name) && !name.startsWith(":")) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            if (answer.body().length > 0) {
                exchange.getResponseBody().write(answer.body());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(HttpExchange exchange, String asked, int status, String type, byte[] answer) {
        var path = exchange.getRequestURI().getPath();
        var operation = described.operation(exchange.getRequestMethod(), path);
        if (operation == null) {
            differences.add("not described: " + exchange.getRequestMethod() + " " + path);
            return;
        }
        if (status < 400) {
            seen.add(operation);
        }
        described
                .differences(operation, asked, status, type, answer)
                .forEach(it -> differences.add(operation + " " + status + ": " + it));
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
