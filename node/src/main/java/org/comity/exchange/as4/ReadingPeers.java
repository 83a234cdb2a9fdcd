package org.comity.exchange.as4;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import org.comity.directory.Participant;
import org.comity.directory.PinnedTrust;
import org.comity.exchange.PeerReading;
import org.comity.sealing.NodeKeys;
import org.comity.vocabulary.WholeAnswer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Opens lines to the AS4 ports of peers, over TLS 1.3 with our key, to exactly the certificate that is pinned. */
@Component
final class ReadingPeers implements PeerReading {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final NodeKeys keys;
    private final Clock clock;
    private final boolean speaks;

    @Autowired
    ReadingPeers(NodeKeys keys, Clock clock, Environment environment) {
        this(keys, clock, environment.containsProperty("node.as4.port"));
    }

    ReadingPeers(NodeKeys keys, Clock clock, boolean speaks) {
        this.keys = keys;
        this.clock = clock;
        this.speaks = speaks;
    }

    @Override
    public Line open(Participant peer, Duration timeout) throws IOException {
        var node = peer.node();
        if (!speaks || node == null) {
            throw new IOException("no line to " + peer.id());
        }
        var pin = new PinnedTrust(it -> it.equals(node.tls()), clock, code -> {});
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .sslContext(pin.tls(keys))
                .build();
        return new PinnedLine(client, node.as4(), timeout);
    }

    private record PinnedLine(HttpClient client, URI door, Duration timeout) implements Line {

        @Override
        public Got get(String path, int largest) throws IOException {
            var request = HttpRequest.newBuilder(door.resolve("/" + path))
                    .timeout(timeout)
                    .GET()
                    .build();
            try {
                var got = WholeAnswer.to(
                        request, client, BodyHandlers.limiting(BodyHandlers.ofByteArray(), largest), timeout);
                return new Got(got.statusCode(), got.body());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted");
            }
        }

        @Override
        public void close() {
            client.shutdownNow();
        }
    }
}
