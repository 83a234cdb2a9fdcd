package org.comity.exchange.as4;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.http.io.entity.BasicHttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.comity.exchange.PracticeNodeKeys;
import org.comity.exchange.PracticeWorld;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** A peer answers no more, and no longer, than a receipt needs. */
class BoundedAnswerTest {

    private static final int MOST = (int) Wire.SETTINGS.largestAnswer().toBytes();

    @Test
    void an_answer_within_its_size_is_read_whole() throws IOException {
        byte[] whole = new byte[MOST];
        assertThat(EntityUtils.toByteArray(answer(new ByteArrayEntity(whole, null), Wire.SETTINGS)))
                .isEqualTo(whole);
    }

    @Test
    void one_that_says_or_is_more_is_not() {
        assertThatIOException().isThrownBy(() -> answer(new ByteArrayEntity(new byte[MOST + 1], null), Wire.SETTINGS));
        var unsaid = new BasicHttpEntity(new ByteArrayInputStream(new byte[MOST + 1]), null);
        assertThatIOException().isThrownBy(() -> EntityUtils.toByteArray(answer(unsaid, Wire.SETTINGS)));
    }

    @Test
    void nor_one_that_takes_too_long() {
        var late = Wire.settings(DataSize.ofKilobytes(1), Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ZERO);
        var unsaid = new BasicHttpEntity(new ByteArrayInputStream(new byte[1]), null);
        assertThatIOException().isThrownBy(() -> EntityUtils.toByteArray(answer(unsaid, late)));
    }

    @Test
    void a_peer_that_never_stops_answering_is_left() throws Exception {
        var own = KeyManagerFactory.getInstance("PKIX");
        own.init(PracticeWorld.store("XB-1", "tls"), PracticeWorld.password("XB-1"));
        var context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), null, new SecureRandom());
        var said = new AtomicLong();
        try (var door = context.getServerSocketFactory().createServerSocket(0);
                var lines = new PeerConnectionPools(
                        Wire.SETTINGS, new WireKeys(new PracticeNodeKeys("XA-1")), Clock.systemUTC())) {
            Thread.ofVirtual().start(() -> {
                try (var peer = door.accept()) {
                    var out = peer.getOutputStream();
                    out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(US_ASCII));
                    while (true) {
                        out.write(("4000\r\n" + "x".repeat(0x4000) + "\r\n").getBytes(US_ASCII));
                        said.addAndGet(0x4000);
                    }
                } catch (IOException left) {
                    // As it should be.
                }
            });
            var address = URI.create("https://localhost:" + door.getLocalPort());
            var line = lines.to("XB-1", PracticeWorld.node("XB-1", address));
            assertThatIOException()
                    .isThrownBy(() -> line.sendGenericMessage(
                            address.toString(),
                            null,
                            new StringEntity("act"),
                            it -> EntityUtils.toByteArray(it.getEntity())))
                    .withMessageContaining("too large");
        }
        assertThat(said.get()).isBetween((long) MOST, 100L * MOST);
    }

    private static BoundedAnswer answer(org.apache.hc.core5.http.HttpEntity entity, As4Settings settings)
            throws IOException {
        return new BoundedAnswer(entity, settings, () -> {});
    }
}
