package org.comity.directory.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An operator that answers too much, too slowly, or elsewhere. */
class HttpOperatorTest {

    private static final int LARGEST = 10_000;

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void the_largest_answer_passes_and_one_byte_more_does_not() throws IOException {
        answers("/directory/list", exchange -> {
            exchange.sendResponseHeaders(200, LARGEST);
            exchange.getResponseBody().write(new byte[LARGEST]);
            exchange.close();
        });
        answers("/directory/entries/XB-1/1", exchange -> {
            exchange.sendResponseHeaders(200, LARGEST + 1);
            exchange.getResponseBody().write(new byte[LARGEST + 1]);
            exchange.close();
        });

        assertThat(operator().list(null))
                .hasValueSatisfying(it -> assertThat(it).hasSize(LARGEST));
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> operator().entry("XB-1", 1));
    }

    @Tag("long")
    @Test
    void a_dripping_answer_is_given_up() {
        answers("/directory/list", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
        });

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> operator(Duration.ofSeconds(2)).list(null))
                .withMessageContaining("no answer within");
    }

    @Test
    void a_redirect_is_not_followed() {
        answers("/directory/list", exchange -> {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> operator().list(null))
                .withMessageContaining("302");
    }

    @Test
    void what_is_not_a_list_of_revocations_is_refused() {
        answers("/directory/revocations", exchange -> {
            exchange.sendResponseHeaders(200, 3);
            exchange.getResponseBody().write("{ }".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            exchange.close();
        });

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> operator().revocations());
    }

    private void answers(String path, HttpHandler answer) {
        server.createContext(path, answer);
    }

    private HttpOperator operator() {
        return operator(Duration.ofMinutes(2));
    }

    private HttpOperator operator(Duration within) {
        var url = URI.create("http://localhost:" + server.getAddress().getPort());
        var settings = new DirectorySettings(
                Path.of("none"),
                null,
                null,
                url,
                Duration.ofHours(1),
                within,
                Duration.ofDays(30),
                Duration.ofDays(7),
                Duration.ofDays(90),
                LARGEST,
                1);
        return new HttpOperator(url, settings);
    }
}
