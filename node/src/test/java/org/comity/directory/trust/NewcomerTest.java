package org.comity.directory.trust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.directory.AnEntry.NETWORK;
import static org.comity.directory.AnEntry.NOON;
import static org.comity.directory.AnEntry.anEntry;
import static org.comity.directory.AnEntry.newKey;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.comity.directory.Directory.Validity;
import org.comity.directory.SignedRevocation;
import org.comity.directory.trust.ANode.AnOperator;
import org.comity.sealing.PracticeKeys;
import org.junit.jupiter.api.Test;

/** A node that knows nobody asks the operator for the first time. */
class NewcomerTest {

    @Test
    void whoever_has_revoked_its_keys_is_revoked_from_the_first_list_that_names_it() throws Exception {
        var recovery = newKey();
        var entry = anEntry().keys(newKey(), recovery).signed();
        var list = new AnOperator().admits(entry).publishes(NOON).newest();
        var revocation = SignedRevocation.sign(NETWORK.id(), "XB-1", 1, NOON, NOON, recovery.getPrivate())
                .json();
        byte[] revocations = "{\"revocations\":[%s]}"
                .formatted(new String(revocation, UTF_8))
                .getBytes(UTF_8);
        var asked = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/directory", exchange -> {
            var path = exchange.getRequestURI().getPath();
            byte[] answer =
                    path.endsWith("/list") ? list.json() : path.endsWith("/revocations") ? revocations : entry.json();
            // Once only: whatever counts must count with the first list.
            boolean again = path.endsWith("/revocations") && asked.incrementAndGet() > 1;
            exchange.sendResponseHeaders(again ? 503 : 200, again ? -1 : answer.length);
            if (!again) {
                exchange.getResponseBody().write(answer);
            }
            exchange.close();
        });
        server.start();
        var settings = Map.<String, Object>of(
                "node.keys",
                PracticeKeys.folder("XA-1").toString(),
                "node.directory.url",
                "http://localhost:" + server.getAddress().getPort());

        try (var node = new ANode("XA-1", ANode.folder(), NOON, settings)) {
            node.operator().follow();

            assertThat(node.directory().get("XB-1").version()).isEqualTo(1);
            assertThat(node.directory().standing("XB-1")).isEqualTo(Validity.REVOKED);
        } finally {
            server.stop(0);
        }
    }
}
