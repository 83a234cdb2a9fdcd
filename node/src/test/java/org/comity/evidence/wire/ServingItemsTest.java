package org.comity.evidence.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.comity.directory.PinnedTrust;
import org.comity.evidence.PracticeFaces;
import org.comity.evidence.wire.OfferedItem.Later;
import org.comity.evidence.wire.OfferedItem.Refused;
import org.comity.exchange.PracticeNodeKeys;
import org.comity.exchange.PracticeWorld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("long")
class ServingItemsTest {

    private static final String ITEM = "a".repeat(64);
    private static final String SIZE = "400000";

    @TempDir
    Path folder;

    private final byte[] payload = new byte[Integer.parseInt(SIZE)];
    private volatile Duration closed = Duration.ZERO;
    private volatile boolean broken;
    private EvidencePort port;

    @BeforeEach
    void begin() throws IOException {
        new Random(1).nextBytes(payload);
        Files.write(folder.resolve("payload"), payload);
        open(Duration.ofSeconds(60));
    }

    /** @param handshake short only where that is asked: a busy machine takes longer than half a second for an honest one */
    private void open(Duration handshake) throws IOException {
        var xa = PracticeWorld.certificate("XA-1", "tls");
        var pins = new PinnedTrust(
                it -> it.equals(xa) || it.equals(PracticeWorld.certificate("XC-1", "tls")),
                Clock.systemUTC(),
                code -> {});
        port = new EvidencePort(
                new EvidencePortSettings(0, 4, 4, 6, handshake, Duration.ofSeconds(60)),
                folder.resolve("port"),
                new PracticeNodeKeys("XB-1"),
                pins,
                (manifest, caller) ->
                        manifest.equals(ITEM) && caller.equals(xa) ? Optional.of(new One()) : Optional.empty());
    }

    @AfterEach
    void close() {
        port.close();
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-99, 206, bytes 0-99/400000",
        "bytes=399999-, 206, bytes 399999-399999/400000",
        "bytes=-10, 206, bytes 399990-399999/400000",
        "bytes=400000-, 416, bytes */400000",
        "'bytes=0-9,20-29', 416, bytes */400000",
        "bytes=9-0, 416, bytes */400000",
        "lines=1-2, 416, bytes */400000"
    })
    void one_range_is_given_and_nothing_else(String range, int status, String said) throws Exception {
        var answer = ask("XA-1", "GET", "/evidence/" + ITEM + "/payload", range);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Range")).hasValue(said);
    }

    @Test
    void the_bytes_are_those_of_the_range() throws Exception {
        var answer = ask("XA-1", "GET", "/evidence/" + ITEM + "/payload", "bytes=12345-67890");
        assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(payload, 12_345, 67_891));
    }

    @ParameterizedTest
    @CsvSource({
        "XC-1, GET, /evidence/{item}/payload, 404",
        "XC-1, GET, /evidence/{item}/manifest, 404",
        "XA-1, GET, /evidence/0000000000000000000000000000000000000000000000000000000000000000/payload, 404",
        "XA-1, GET, /evidence/{item}/other, 404",
        "XA-1, GET, /evidence/{item}/../../etc/passwd, 404",
        "XA-1, GET, /evidence/, 404",
        "XA-1, GET, /, 404",
        "XA-1, POST, /evidence/{item}/payload, 405",
        "XA-1, PUT, /evidence/{item}/payload, 405",
        "XA-1, GET, /evidence/{item}/manifest, 200"
    })
    void whoever_was_not_named_and_whatever_is_not_there_look_alike(String who, String method, String path, int status)
            throws Exception {
        assertThat(ask(who, method, path.replace("{item}", ITEM), null).statusCode())
                .isEqualTo(status);
    }

    @Test
    void who_never_ends_its_handshake_is_cut() throws Exception {
        port.close();
        open(Duration.ofMillis(500));
        try (var slow = new Socket(InetAddress.getLoopbackAddress(), port.port())) {
            slow.setSoTimeout(120_000);
            // The beginning of a TLS record, and never its end.
            slow.getOutputStream().write(new byte[] {0x16, 3, 1, 2, 0});
            assertThat(slow.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void one_address_does_not_take_every_connection() throws Exception {
        var open = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 6; i++) open.add(new Socket(InetAddress.getLoopbackAddress(), port.port()));
            await().until(() -> {
                try (var more = new Socket(InetAddress.getLoopbackAddress(), port.port())) {
                    more.setSoTimeout(200);
                    return more.getInputStream().read() < 0;
                } catch (SocketTimeoutException stillOpen) {
                    return false;
                } catch (IOException reset) {
                    return true;
                }
            });
        } finally {
            for (var each : open) each.close();
        }
    }

    @Test
    void who_is_not_pinned_is_not_spoken_to() {
        assertThatIOException().isThrownBy(() -> ask("XB-1", "GET", "/evidence/" + ITEM + "/manifest", null));
    }

    @Test
    void outside_the_hours_it_says_when_to_come_again() throws Exception {
        closed = Duration.ofMinutes(90);
        var answer = ask("XA-1", "GET", "/evidence/" + ITEM + "/payload", "bytes=0-1");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5400");
        try (var client = client("XB-1")) {
            assertThatExceptionOfType(Later.class)
                    .isThrownBy(() -> client.item(ITEM).range("payload", 0, 2, payload.length, 0))
                    .satisfies(it -> assertThat(it.duration()).isEqualTo(closed));
        }
    }

    @Test
    void the_client_takes_only_the_range_it_asked_for_and_only_from_the_pinned_node() throws Exception {
        try (var client = client("XB-1")) {
            var item = client.item(ITEM);
            try (var in = item.range("payload", 10, 20, payload.length, 0)) {
                assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOfRange(payload, 10, 20));
            }
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> item.range("payload", 10, 20, payload.length + 1, 0))
                    .satisfies(it -> assertThat(it.code()).isEqualTo("range-wrong"));
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> item.whole("manifest", 3))
                    .satisfies(it -> assertThat(it.code()).isEqualTo("oversized"));
        }
        try (var client = client("XC-1")) {
            assertThatIOException().isThrownBy(() -> client.item(ITEM).whole("manifest", 100));
        }
    }

    @Test
    void a_range_that_breaks_off_ends_the_connection_so_that_nobody_waits_for_its_rest() throws Exception {
        broken = true;
        try (var client = client("XB-1");
                var in = client.item(ITEM).range("payload", 0, payload.length, payload.length, 0)) {
            // The client itself would wait for a minute, and call it a timeout.
            assertThatIOException().isThrownBy(in::readAllBytes).isNotInstanceOf(SocketTimeoutException.class);
        }
    }

    /** XA-1's, which takes its peer for the one named. */
    private PeerConnections client(String peer) {
        var pin = new PinnedTrust(PracticeWorld.certificate(peer, "tls")::equals, Clock.systemUTC(), code -> {});
        return new PeerConnections(
                URI.create("https://127.0.0.1:%d/evidence".formatted(port.port())),
                new PracticeNodeKeys("XA-1"),
                pin,
                2,
                Duration.ofMinutes(1),
                Duration.ofMinutes(1));
    }

    private HttpResponse<byte[]> ask(String who, String method, String path, String range) throws Exception {
        var pin = new PinnedTrust(it -> true, Clock.systemUTC(), code -> {});
        try (var client = HttpClient.newBuilder()
                .sslContext(pin.tls(new PracticeNodeKeys(who)))
                .version(HttpClient.Version.HTTP_1_1)
                .build()) {
            var request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:%d%s".formatted(port.port(), path)))
                    .method(method, HttpRequest.BodyPublishers.noBody());
            if (range != null) request.header("Range", range);
            return client.send(request.build(), BodyHandlers.ofByteArray());
        }
    }

    private final class One implements ItemsOnOffer.Leaving {

        @Override
        public byte[] manifest() {
            return new byte[] {1, 2, 3, 4};
        }

        @Override
        public byte[] header() {
            return new byte[0];
        }

        @Override
        public byte[] name() {
            return new byte[0];
        }

        @Override
        public SeekableByteChannel payload() throws IOException {
            var file = FileChannel.open(folder.resolve("payload"));
            if (!broken) return file;
            var disk = new AtomicInteger();
            return PracticeFaces.over(SeekableByteChannel.class, file, (what, real) -> {
                // Its first piece leaves, and with it the head.
                if (what.equals("read") && disk.getAndIncrement() > 0) throw new IOException("Input/output error");
                return real;
            });
        }

        @Override
        public Optional<Path> segments() {
            return Optional.empty();
        }

        @Override
        public Duration closed() {
            return closed;
        }

        @Override
        public SharedPace pace() {
            return SharedPace.FREE;
        }

        @Override
        public void reached(long bytes) {}

        @Override
        public void sent(int bytes) {}

        @Override
        public void ended() {}
    }
}
