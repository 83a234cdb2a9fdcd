package org.comity.sealing.seal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.bouncycastle.tsp.TimeStampRequest;
import org.comity.exchange.SettableClock;
import org.comity.sealing.KeyCeremony;
import org.comity.sealing.PracticeKeys;
import org.comity.sealing.TimeStamps;
import org.comity.sealing.Tool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stamps over HTTP, from an authority that is openssl's {@code ts -reply} with the practice keys. */
class HttpTimeStampsTest {

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock();
    private final CountDownLatch ended = new CountDownLatch(1);
    private HttpServer server;
    private Answering answering;

    @BeforeEach
    void authority() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> answering.answer(exchange));
        server.start();
    }

    @AfterEach
    void close() {
        ended.countDown();
        server.stop(0);
    }

    @Test
    void openssls_stamp_is_taken() throws Exception {
        Tool.needs(Tool.installed("openssl"), "openssl");
        answering = exchange -> reply(
                exchange,
                opensslReply(
                        PracticeKeys.folder("XA-1"), exchange.getRequestBody().readAllBytes()));

        assertThat(ask(Duration.ofMinutes(2))).isPresent();
    }

    @Test
    void a_stamp_of_an_authority_that_we_do_not_trust_is_not_taken() throws Exception {
        Tool.needs(Tool.installed("openssl"), "openssl");
        var stranger = stranger();
        answering = exchange ->
                reply(exchange, opensslReply(stranger, exchange.getRequestBody().readAllBytes()));

        assertThat(ask(Duration.ofMinutes(2))).isEmpty();
    }

    @Test
    void a_stamp_over_something_else_is_not_taken() {
        Tool.needs(Tool.installed("openssl"), "openssl");
        answering = exchange -> {
            var asked = new TimeStampRequest(exchange.getRequestBody().readAllBytes());
            var generator = new org.bouncycastle.tsp.TimeStampRequestGenerator();
            generator.setCertReq(true);
            var other = generator.generate(asked.getMessageImprintAlgOID(), new byte[32], asked.getNonce());
            reply(exchange, opensslReply(PracticeKeys.folder("XA-1"), other.getEncoded()));
        };

        assertThat(ask(Duration.ofMinutes(2))).isEmpty();
    }

    @Test
    void an_old_answer_played_again_is_not_taken() {
        Tool.needs(Tool.installed("openssl"), "openssl");
        answering = exchange -> {
            var asked = new TimeStampRequest(exchange.getRequestBody().readAllBytes());
            var generator = new org.bouncycastle.tsp.TimeStampRequestGenerator();
            generator.setCertReq(true);
            var older = generator.generate(asked.getMessageImprintAlgOID(), asked.getMessageImprintDigest());
            reply(exchange, opensslReply(PracticeKeys.folder("XA-1"), older.getEncoded()));
        };

        assertThat(ask(Duration.ofMinutes(2))).isEmpty();
    }

    @Test
    void an_authority_that_keeps_us_waiting_is_not_waited_for() {
        answering = exchange -> await();

        assertWithoutStamp(Duration.ofMillis(300));
    }

    /** Whoever seals holds a connection to the database meanwhile. */
    @Tag("long")
    @Test
    void of_a_dead_authority_one_act_a_minute_waits_however_many_are_sealed() {
        var asked = new AtomicInteger();
        answering = exchange -> {
            asked.incrementAndGet();
            await();
        };
        var stamps = stamps(Duration.ofSeconds(1));
        for (int minute = 1; minute <= 2; minute++) {
            for (int act = 0; act < 200; act++)
                assertThat(stamps.over(sha256())).isEmpty();

            int once = minute;
            Awaitility.await().untilAsserted(() -> assertThat(asked).hasValue(once));
            assertThat(stamps.standing()).isEqualTo(TimeStamps.Availability.SILENT);
            clock.forward(Duration.ofMinutes(1));
        }
    }

    @Tag("long")
    @Test
    void while_one_asks_an_authority_that_was_silent_no_other_waits() {
        answering = exchange -> await();
        var stamps = stamps(Duration.ofSeconds(1));
        assertThat(stamps.over(sha256())).isEmpty();
        clock.forward(Duration.ofMinutes(1));
        var asked = new AtomicInteger();
        var other = new CompletableFuture<Optional<byte[]>>();
        answering = exchange -> {
            if (asked.incrementAndGet() == 1) other.complete(stamps.over(sha256()));
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
        };

        assertThat(stamps.over(sha256())).isEmpty();
        assertThat(other).succeedsWithin(Duration.ofMinutes(1)).isEqualTo(Optional.empty());
        assertThat(asked).hasValue(1);
    }

    @Test
    void one_that_refuses_at_once_keeps_nobody_waiting_and_is_asked_each_time() {
        var asked = new AtomicInteger();
        answering = exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
        };
        var stamps = stamps(Duration.ofMinutes(2));

        for (int act = 0; act < 3; act++) assertThat(stamps.over(sha256())).isEmpty();

        assertThat(asked).hasValue(3);
    }

    @Test
    void an_answer_that_drips_is_not_waited_for() {
        answering = exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
            await();
        };

        assertWithoutStamp(Duration.ofMillis(300));
    }

    @Test
    void an_endless_answer_is_cut_off() {
        answering = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                for (int i = 0; i < 1000; i++) {
                    body.write(new byte[1024]);
                }
            }
        };

        assertThat(ask(Duration.ofMinutes(2))).isEmpty();
    }

    @Test
    void an_error_or_nonsense_is_no_stamp() {
        answering = exchange -> {
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
        };
        assertThat(ask(Duration.ofMinutes(2))).isEmpty();

        answering = exchange -> reply(exchange, "<html>".getBytes());
        assertThat(ask(Duration.ofMinutes(2))).isEmpty();
    }

    /** It gets no stamp, takes no longer than it may, and the act is sealed all the same. */
    private void assertWithoutStamp(Duration within) {
        long start = System.nanoTime();
        var sealed = Specimen.sealing("XA-1", stamps(within)).seal(Specimen.files());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));

        var report = DssOracle.validate(sealed, PracticeKeys.authority().root());
        assertThat(report.isValid(report.getFirstSignatureId())).isTrue();
        assertThat(report.getSignatureTimestamps(report.getFirstSignatureId())).isEmpty();
    }

    private Optional<byte[]> ask(Duration within) {
        return stamps(within).over(sha256());
    }

    private HttpTimeStamps stamps(Duration within) {
        var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/tsa");
        var keys = new KeyFolder(PracticeKeys.folder("XA-1"));
        return new HttpTimeStamps(url, Specimen.within(within, url), new StampTrust(keys::trust), clock);
    }

    private Path stranger() {
        var ceremony = new KeyCeremony(Clock.systemUTC());
        var plan = new KeyCeremony.Plan("XX-1", List.of(), folder.resolve("keys"), folder.resolve("recovery"));
        ceremony.practise(plan, ceremony.practiceAuthority(folder.resolve("authority")));
        return plan.keys();
    }

    private byte[] opensslReply(Path keys, byte[] question) throws IOException {
        Files.write(folder.resolve("question.tsq"), question);
        Files.writeString(folder.resolve("serial"), "01\n");
        Files.writeString(folder.resolve("tsa.cnf"), """
                [tsa]
                default_tsa = here
                [here]
                serial = serial
                signer_digest = sha256
                default_policy = 1.3.6.1.4.1.99999.1
                digests = sha256
                ess_cert_id_alg = sha256
                """);
        var password = "file:" + keys.resolve("password");
        openssl(
                "pkcs12",
                "-in",
                keys.resolve("tsa.p12").toString(),
                "-passin",
                password,
                "-nodes",
                "-nocerts",
                "-out",
                "tsa.key");
        openssl(
                "pkcs12",
                "-in",
                keys.resolve("tsa.p12").toString(),
                "-passin",
                password,
                "-clcerts",
                "-nokeys",
                "-out",
                "tsa.pem");
        openssl(
                "ts",
                "-reply",
                "-config",
                "tsa.cnf",
                "-section",
                "here",
                "-queryfile",
                "question.tsq",
                "-signer",
                "tsa.pem",
                "-inkey",
                "tsa.key",
                "-out",
                "reply.tsr");
        return Files.readAllBytes(folder.resolve("reply.tsr"));
    }

    private void openssl(String... arguments) {
        var command = new java.util.ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        var tool = Tool.run(folder, command);
        assertThat(tool.exit()).as(tool.said()).isZero();
    }

    private static void reply(HttpExchange exchange, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/timestamp-reply");
        exchange.sendResponseHeaders(200, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private void await() {
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] sha256() {
        try {
            return MessageDigest.getInstance(DigestAlgorithm.SHA256.getJavaName())
                    .digest(new byte[] {4, 7, 1, 1});
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private interface Answering {
        void answer(HttpExchange exchange) throws IOException;
    }
}
