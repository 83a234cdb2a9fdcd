package org.comity.exchange.as4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.comity.exchange.Carrier.NotCarried;
import org.comity.exchange.Parcel;
import org.comity.exchange.PracticeNodeKeys;
import org.comity.exchange.PracticeWorld;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One who takes time, turns or connections keeps nobody else from the port. */
@Tag("long")
class CrowdedPortTest {

    private static final String SLOW = "POST /as4 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + "Content-Type: multipart/related; boundary=\"b\"\r\nContent-Length: 100000\r\n\r\n--b\r\n";

    @Test
    void slow_bodies_of_one_participant_leave_turns_for_another() throws Exception {
        try (var wire = wire(20, Duration.ofMinutes(1))) {
            var slow = new ArrayList<RawPeer>();
            try {
                for (int i = 0; i < 3; i++) slow.add(new RawPeer(wire.port.address()).say(SLOW));
                // As many of its own as it may have come are under way: the next is told so.
                await().until(() -> refused(wire, slow));
                assertThat(answer(wire, SLOW)).startsWith("HTTP/1.1 503");

                carry(wire, "XC-1");

                assertThat(wire.received).extracting(Parcel::from).containsExactly("XC-1");
            } finally {
                for (var each : slow) each.close();
            }
            // Whoever ends gives its turn back.
            await().ignoreExceptionsInstanceOf(NotCarried.class).untilAsserted(() -> carry(wire, "XA-1"));
        }
    }

    @Tag("long")
    @Test
    void who_never_ends_its_handshake_is_cut_however_it_drips() throws Exception {
        try (var wire = wire(20, Duration.ofMillis(500));
                var slow = new Socket(
                        InetAddress.getLoopbackAddress(), wire.port.address().getPort())) {
            slow.setSoTimeout(50);
            slow.getOutputStream().write(new byte[] {0x16, 3, 1, 2, 0});

            await().until(() -> {
                try {
                    slow.getOutputStream().write(0);
                    return slow.getInputStream().read() < 0;
                } catch (SocketTimeoutException stillOpen) {
                    return false;
                } catch (IOException reset) {
                    return true;
                }
            });
        }
    }

    @Tag("long")
    @Test
    void one_address_has_so_many_connections_and_another_still_gets_one() throws Exception {
        try (var wire = wire(3, Duration.ofMinutes(1))) {
            var open = new ArrayList<Socket>();
            try {
                for (int i = 0; i < 3; i++) open.add(from("127.0.0.1", wire));
                await().until(() -> closed(from("127.0.0.1", wire)));

                assertThat(closed(from("127.0.0.2", wire))).isFalse();
            } finally {
                for (var each : open) each.close();
            }
            await().ignoreExceptionsInstanceOf(NotCarried.class).untilAsserted(() -> carry(wire, "XA-1"));
        }
    }

    @Test
    void a_peer_that_takes_no_byte_any_more_is_left() throws Exception {
        var own = KeyManagerFactory.getInstance("PKIX");
        own.init(PracticeWorld.store("XB-1", "tls"), PracticeWorld.password("XB-1"));
        var context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), null, new SecureRandom());
        var settings = Wire.stalled(Duration.ofMillis(400));
        var taken = new ArrayList<SSLSocket>();
        try (var door = context.getServerSocketFactory().createServerSocket(0);
                var lines = new PeerConnectionPools(
                        settings, new WireKeys(new PracticeNodeKeys("XA-1")), Clock.systemUTC())) {
            Thread.ofVirtual().start(() -> {
                try {
                    var peer = (SSLSocket) door.accept();
                    taken.add(peer);
                    peer.startHandshake();
                } catch (IOException left) {
                    // As it should be.
                }
            });
            var address = URI.create("https://localhost:" + door.getLocalPort());
            var line = lines.to("XB-1", PracticeWorld.node("XB-1", address));
            var body = new ByteArrayEntity(new byte[32 << 20], null);

            assertThatIOException()
                    .isThrownBy(() -> line.sendGenericMessage(
                            address.toString(), null, body, it -> EntityUtils.toByteArray(it.getEntity())));
        } finally {
            for (var each : taken) each.close();
        }
    }

    private static Wire wire(int ofOneAddress, Duration handshake) throws Exception {
        var wire = new Wire(Clock.systemUTC(), Wire.crowded(ofOneAddress, handshake));
        wire.world.put(
                PracticeWorld.participant("XC-1", PracticeWorld.node("XC-1", URI.create("https://unused.example"))));
        return wire;
    }

    private static void carry(Wire wire, String from) throws Exception {
        var parcel = new Parcel(Parcel.Action.ACT, from, "XB-1", "thread", List.of(new byte[1000]), null);
        wire.carry(new PracticeNodeKeys(from), parcel);
    }

    /** One more that is slow: where it got a turn, since one before it had none yet, it keeps it. */
    private static boolean refused(Wire wire, List<RawPeer> slow) throws Exception {
        var next = new RawPeer(wire.port.address()).patience(2_000);
        slow.add(next);
        try {
            return next.say(SLOW).answer().contains("comity:busy");
        } catch (SocketTimeoutException hasATurn) {
            return false;
        }
    }

    private static String answer(Wire wire, String said) throws Exception {
        try (var peer = new RawPeer(wire.port.address())) {
            return peer.say(said).answer();
        }
    }

    private static Socket from(String address, Wire wire) throws IOException {
        return new Socket(
                InetAddress.getLoopbackAddress(), wire.port.address().getPort(), InetAddress.getByName(address), 0);
    }

    private static boolean closed(Socket socket) {
        try (socket) {
            socket.setSoTimeout(300);
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }
}
