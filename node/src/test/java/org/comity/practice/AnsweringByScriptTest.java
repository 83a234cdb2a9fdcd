package org.comity.practice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the scripted counterpart asks of a practice node, one that only answers. */
class AnsweringByScriptTest {

    private static final Instant BEGAN = Instant.parse("2027-03-01T12:00:00Z");
    private static final String ROW = """
            {"address": "XA-2027-000001", "changedAt": "%s", "procedure": "preservation/1", "ourRole": "requested", "state": "Requested"}
            """;

    private final List<String> wished = new CopyOnWriteArrayList<>();
    private HttpServer node;
    private Instant changed = BEGAN.plusSeconds(5);
    private int takes = 201;
    private int gives = 200;
    private final AtomicInteger tokens = new AtomicInteger();
    private int faults;
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private Instant now = BEGAN;

    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };

    @BeforeEach
    void start() throws IOException {
        node = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        node.createContext("/", this::answer);
        node.start();
    }

    @AfterEach
    void stop() {
        node.stop(0);
    }

    @Test
    void it_writes_submits_and_has_the_second_officer_approve() throws Exception {
        var counterpart = counterpart();
        now = changed.plus(ScriptedCounterpart.LATER).plusSeconds(1);

        counterpart.look();

        assertThat(wished)
                .containsExactly("/requests/XA-2027-000001/drafts", "/drafts/d1/submission", "/drafts/d1/approval");
        assertThat(ScriptedCounterpart.LATER).as("within a minute").isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void it_waits_and_leaves_alone_what_stood_there_before() throws Exception {
        var counterpart = counterpart();
        now = changed.plusSeconds(1);
        counterpart.look();
        changed = BEGAN.minusSeconds(60);
        now = BEGAN.plus(Duration.ofHours(1));
        counterpart.look();

        assertThat(wished).isEmpty();
    }

    @Test
    void what_the_node_did_not_take_is_left_to_people() throws Exception {
        var counterpart = counterpart();
        now = changed.plus(ScriptedCounterpart.LATER).plusSeconds(1);
        takes = 409;

        assertThatThrownBy(counterpart::look).isInstanceOf(SeatedOfficer.NotDone.class);
        counterpart.look();

        assertThat(wished).containsExactly("/requests/XA-2027-000001/drafts");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 422})
    void so_is_what_it_refuses_otherwise(int refusal) throws Exception {
        takes = refusal;
        meetsFaultThenNone(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404, 429})
    void what_an_outage_prevented_is_done_afterwards(int outage) throws Exception {
        takes = outage;
        meetsFaultThenNone(3);
        assertThat(tokens.get()).as("a token that counts no longer is replaced").isEqualTo(outage == 401 ? 3 : 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 503})
    void a_request_that_could_not_be_read_is_answered_afterwards(int outage) throws Exception {
        gives = outage;
        meetsFaultThenNone(3);
    }

    /** One look meets the fault, the next does not. */
    private void meetsFaultThenNone(int acts) throws Exception {
        var counterpart = counterpart();
        now = changed.plus(ScriptedCounterpart.LATER).plusSeconds(1);
        assertThatThrownBy(counterpart::look).isInstanceOf(SeatedOfficer.NotDone.class);
        wished.clear();
        takes = 201;
        gives = 200;

        counterpart.look();

        assertThat(wished).hasSize(acts);
    }

    @Tag("long")
    @Test
    void a_node_with_a_fault_is_asked_again_with_the_same_key() throws Exception {
        var counterpart = counterpart();
        now = changed.plus(ScriptedCounterpart.LATER).plusSeconds(1);
        faults = 1;

        counterpart.look();

        assertThat(wished).hasSize(4).startsWith(wished.get(1)).endsWith("/drafts/d1/approval");
        assertThat(keys.get(0)).isEqualTo(keys.get(1)).isNotEqualTo(keys.get(2));
    }

    private ScriptedCounterpart counterpart() throws Exception {
        return new ScriptedCounterpart(
                new PracticeNode("XB-1", node.getAddress().getPort()), clock);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            boolean wish = exchange.getRequestMethod().equals("POST") && path.startsWith("/api/v1");
            if (wish) {
                wished.add(path.substring("/api/v1".length()));
                keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            }
            if (path.equals("/me/tokens")) {
                tokens.incrementAndGet();
            }
            boolean fault = wish && faults-- > 0;
            byte[] body = body(path).getBytes(UTF_8);
            exchange.sendResponseHeaders(
                    fault ? 500 : wish ? takes : path.endsWith("/XA-2027-000001") ? gives : 200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private String body(String path) {
        var row = ROW.formatted(changed);
        return switch (path) {
            case "/me" -> "<input name=\"_csrf\" value=\"x\">";
            case "/me/tokens" -> "comity_token";
            case "/api/v1/requests" -> "{\"requests\": [" + row + "]}";
            case "/api/v1/requests/XA-2027-000001" ->
                "{\"request\": " + row + ", \"offered\": [\"acknowledge\", \"refuse\"], \"acts\": []}";
            case "/api/v1/requests/XA-2027-000001/drafts" ->
                "{\"id\": \"d1\", \"version\": 1, \"needsSecondOfficer\": true}";
            default -> "{\"reference\": \"XA-2027-000001\"}";
        };
    }
}
