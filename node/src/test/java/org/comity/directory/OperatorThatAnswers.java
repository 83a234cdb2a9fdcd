package org.comity.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;

/** Answers in an operator's place, the same each time. */
final class OperatorThatAnswers implements AutoCloseable {

    private final HttpServer server;

    OperatorThatAnswers(int status, String body) throws IOException {
        this(Map.of("/", body), status);
    }

    /** @param bodies by path */
    OperatorThatAnswers(Map<String, String> bodies, int status) throws IOException {
        this(bodies, status, status);
    }

    /** @param posted status of what is sent to it */
    OperatorThatAnswers(Map<String, String> bodies, int status, int posted) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        bodies.forEach((path, body) -> server.createContext(path, exchange -> {
            exchange.getRequestBody().readAllBytes();
            byte[] answer = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(exchange.getRequestMethod().equals("POST") ? posted : status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        }));
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
