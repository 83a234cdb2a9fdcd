package org.comity.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class WholeAnswerTest {

    /** So long no test of these waits, however slow the machine is. */
    private static final Duration BOUND = Duration.ofSeconds(50);

    private final CompletableFuture<OutputStream> begun = new CompletableFuture<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer server;

    @BeforeEach
    void begin() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/whole", exchange -> {
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("ok".getBytes());
            exchange.close();
        });
        server.createContext("/dripping", this::half);
        server.createContext("/late", this::late);
        server.start();
    }

    @AfterEach
    void end() {
        over.countDown();
        server.stop(0);
        client.shutdownNow();
    }

    @Test
    void what_is_all_there_is_given() throws Exception {
        assertThat(ask("/whole", Duration.ofMinutes(1))).isEqualTo("ok");
    }

    /** The request's own time-out, of a minute, ends with the headers: without the bound this would wait for ever. */
    @Tag("long")
    @Test
    void a_body_that_never_ends_is_given_up_though_the_headers_came() throws Exception {
        assertTimeoutPreemptively(
                BOUND,
                () -> assertThatThrownBy(() -> ask("/dripping", Duration.ofSeconds(2)))
                        .isInstanceOf(HttpTimeoutException.class));

        var rest = begun.get(1, TimeUnit.MINUTES);
        await("nothing of the answer is read any more")
                .untilAsserted(() -> assertThatIOException().isThrownBy(() -> {
                    rest.write('o');
                    rest.flush();
                }));
    }

    @Test
    void the_time_for_the_headers_counts() {
        assertTimeoutPreemptively(
                BOUND,
                () -> assertThatThrownBy(() -> ask("/late", Duration.ofMillis(300)))
                        .isInstanceOf(HttpTimeoutException.class));
    }

    /** Headers and a first byte; what follows never comes. */
    private void half(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write('o');
        exchange.getResponseBody().flush();
        begun.complete(exchange.getResponseBody());
        waits();
    }

    private void late(HttpExchange exchange) {
        waits();
        exchange.close();
    }

    private void waits() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String ask(String path, Duration within) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path))
                .timeout(Duration.ofMinutes(1))
                .build();
        return WholeAnswer.to(request, client, BodyHandlers.ofString(), within).body();
    }
}
