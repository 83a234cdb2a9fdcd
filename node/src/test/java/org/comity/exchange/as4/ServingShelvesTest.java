package org.comity.exchange.as4;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.comity.directory.Directory.Validity;
import org.comity.exchange.PeerReading;
import org.comity.exchange.PracticeNodeKeys;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Beside the door of messages a pinned peer reads what stands on a shelf, and nobody else reads anything. */
class ServingShelvesTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private static Wire wire;

    @BeforeAll
    static void open() throws Exception {
        wire = new Wire();
    }

    @AfterAll
    static void close() throws Exception {
        wire.close();
    }

    @Test
    void a_pinned_peer_reads_as_whom_its_certificate_names() throws Exception {
        try (var line = line("XA-1")) {
            assertThat(new String(line.get("echo/a/1", 100).content(), UTF_8)).isEqualTo("XA-1 asked for a/1");
            assertThat(line.get("echo/nothing", 100).status()).isEqualTo(404);
            assertThat(line.get("nowhere/a", 100).status()).isEqualTo(404);
            assertThat(line.get("as4", 100).status()).as("only by POST").isEqualTo(405);
            assertThat(line.get("echo/" + "a".repeat(201), 1000).status()).isEqualTo(404);
        }
    }

    @Test
    void an_answer_longer_than_asked_for_is_left() throws Exception {
        try (var line = line("XA-1")) {
            assertThatThrownBy(() -> line.get("echo/a", 5)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void who_is_not_pinned_gets_no_connection() throws Exception {
        try (var line = line("XE-1")) {
            assertThatThrownBy(() -> line.get("echo/a", 100)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void who_was_revoked_or_has_lapsed_reads_nothing() throws Exception {
        try (var line = line("XA-1")) {
            for (var standing : List.of(Validity.REVOKED, Validity.LAPSED)) {
                wire.world.standing("XA-1", standing);
                assertThat(line.get("echo/a", 100).status()).isEqualTo(404);
            }
        } finally {
            wire.world.standing("XA-1", Validity.VALID);
        }
    }

    @Test
    void one_peer_has_two_answers_at_a_time() throws Exception {
        try (var asking = Executors.newVirtualThreadPerTaskExecutor();
                var line = line("XA-1")) {
            var slow = IntStream.range(0, 2)
                    .mapToObj(
                            n -> asking.submit(() -> line.get("echo/slow", 100).status()))
                    .toList();
            await().until(() -> Wire.SLOW.size() == 2);
            assertThat(line.get("echo/a", 100).status()).isEqualTo(503);
            Wire.RELEASED.countDown();
            for (var each : slow) assertThat(each.get()).isEqualTo(200);
            // Whoever asked has the answer before its turn is given back.
            await().untilAsserted(
                            () -> assertThat(line.get("echo/a", 100).status()).isEqualTo(200));
        } finally {
            Wire.RELEASED.countDown();
        }
    }

    private static PeerReading.Line line(String as) throws Exception {
        var keys = new PracticeNodeKeys(as);
        return new ReadingPeers(keys, Clock.systemUTC(), true)
                .open(wire.world.as("XA-1").get("XB-1"), LONG);
    }
}
