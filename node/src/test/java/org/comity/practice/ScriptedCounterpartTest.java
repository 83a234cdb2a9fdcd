package org.comity.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Outside practice there is no chair to sit in, so nobody answers by a script. */
class ScriptedCounterpartTest {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer node;

    @BeforeEach
    void start() throws IOException {
        node = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        node.start();
    }

    @AfterEach
    void stop() {
        node.stop(0);
    }

    /** As a real node answers: what is for practice only is not there. */
    @Test
    void it_does_not_start_where_there_are_no_chairs() {
        answers(404, "");
        refused();
    }

    @Test
    void it_does_not_start_where_the_chair_leads_to_the_sign_in() {
        answers(302, "/sign-in");
        refused();
    }

    private void refused() {
        var real = new PracticeNode("XB-1", node.getAddress().getPort());
        assertThatThrownBy(() -> new ScriptedCounterpart(real, Clock.systemUTC()))
                .isInstanceOf(SeatedOfficer.NotAPracticeNode.class)
                .hasMessageContaining("no practice node");
        assertThat(asked)
                .isNotEmpty()
                .allMatch(it -> it.equals("GET /practice/sit/duty-officer") || it.equals("GET /sign-in"));
    }

    private void answers(int status, String location) {
        node.createContext("/", exchange -> {
            try (exchange) {
                asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
                boolean there = exchange.getRequestURI().getPath().equals("/sign-in");
                if (!location.isEmpty() && !there) {
                    exchange.getResponseHeaders().add("Location", location);
                }
                exchange.sendResponseHeaders(there ? 200 : status, -1);
            }
        });
    }
}
