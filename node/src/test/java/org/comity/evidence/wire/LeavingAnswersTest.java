package org.comity.evidence.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.comity.directory.PinnedTrust;
import org.comity.evidence.wire.OfferedItem.Later;
import org.comity.evidence.wire.OfferedItem.Refused;
import org.comity.exchange.PracticeNodeKeys;
import org.comity.exchange.PracticeWorld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a peer says beyond what was asked, or after nobody listens any more, is read by nobody. */
class LeavingAnswersTest {

    private static final long MUCH = 200_000_000;
    private static final String RANGE =
            "HTTP/1.1 206 Partial\r\nContent-Length: %1$d\r\nContent-Range: bytes 0-%2$d/%1$d\r\n\r\n"
                    .formatted(MUCH, MUCH - 1);

    private final AtomicLong said = new AtomicLong();
    private final CountDownLatch left = new CountDownLatch(1);
    private ServerSocket door;
    private PeerConnections client;
    /** Of what the peer announces, so much; then it is silent. */
    private volatile long gives = MUCH;

    private volatile String head = RANGE;

    @BeforeEach
    void peer() throws Exception {
        var own = KeyManagerFactory.getInstance("PKIX");
        own.init(PracticeWorld.store("XB-1", "tls"), PracticeWorld.password("XB-1"));
        var context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), null, new SecureRandom());
        door = context.getServerSocketFactory().createServerSocket(0);
        Thread.ofVirtual().start(this::answers);
        client = new PeerConnections(
                URI.create("https://127.0.0.1:%d/evidence".formatted(door.getLocalPort())),
                new PracticeNodeKeys("XA-1"),
                new PinnedTrust(PracticeWorld.certificate("XB-1", "tls")::equals, Clock.systemUTC(), code -> {}),
                2,
                Duration.ofMinutes(1),
                Duration.ofMinutes(1));
    }

    private void answers() {
        try (var peer = door.accept()) {
            var out = peer.getOutputStream();
            out.write(head.getBytes(US_ASCII));
            byte[] piece = new byte[100_000];
            while (said.get() < gives) {
                out.write(piece);
                said.addAndGet(piece.length);
            }
            // Its request, and then nothing until the other side goes.
            while (peer.getInputStream().read(piece) >= 0) {
                continue;
            }
        } catch (IOException gone) {
            // As it should be.
        } finally {
            left.countDown();
        }
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        door.close();
    }

    @Test
    void a_range_that_is_left_early_is_not_read_to_its_end() throws Exception {
        try (var in = client.item("a".repeat(64)).range("payload", 0, MUCH, MUCH, 0)) {
            assertThat(in.readNBytes(1000)).hasSize(1000);
        }
        assertThat(left.await(2, TimeUnit.MINUTES)).isTrue();
        assertThat(said.get()).isLessThan(MUCH);
    }

    /** As a pull is stopped: the thread that closes does not wait for a line that gives nothing. */
    @Test
    void whoever_closes_waits_for_nobody() throws Exception {
        gives = 100_000;
        var in = client.item("a".repeat(64)).range("payload", 0, MUCH, MUCH, 0);
        assertThat(in.readNBytes(100_000)).hasSize(100_000);
        var broken = new AtomicLong();
        var reading = Thread.ofPlatform().start(() -> {
            try {
                in.read(new byte[1000]);
            } catch (IOException e) {
                broken.incrementAndGet();
            }
        });
        await().until(() -> reading.getState() == Thread.State.RUNNABLE);

        in.close();

        reading.join();
        assertThat(left.await(2, TimeUnit.MINUTES)).isTrue();
        assertThat(broken).hasValue(1);
    }

    @Test
    void nor_is_a_part_that_is_too_large() throws Exception {
        head = "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n".formatted(MUCH);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> client.item("a".repeat(64)).whole("manifest", 1000))
                .satisfies(it -> assertThat(it.code()).isEqualTo("oversized"));
        assertThat(left.await(2, TimeUnit.MINUTES)).isTrue();
        assertThat(said.get()).isLessThan(MUCH);
    }

    @Test
    void nor_is_a_page_beside_a_refusal() throws Exception {
        head = "HTTP/1.1 503 Busy\r\nRetry-After: 7\r\nContent-Length: %d\r\n\r\n".formatted(MUCH);
        assertThatExceptionOfType(Later.class)
                .isThrownBy(() -> client.item("a".repeat(64)).range("payload", 0, 100, 100, 0))
                .satisfies(it -> assertThat(it.duration()).hasSeconds(7));
        assertThat(left.await(2, TimeUnit.MINUTES)).isTrue();
        assertThat(said.get()).isLessThan(MUCH);
    }
}
