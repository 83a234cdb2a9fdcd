package org.comity.evidence.transfer;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.comity.directory.Directory;
import org.comity.directory.Directory.Validity;
import org.comity.directory.Participant;
import org.comity.directory.PinnedTrust;
import org.comity.evidence.wire.OfferedItem;
import org.comity.evidence.wire.OfferedItem.Later;
import org.comity.evidence.wire.PeerConnections;
import org.comity.sealing.NodeKeys;
import org.springframework.stereotype.Component;

/** Finds the nodes that items come from, as the directory has them now. */
@Component
class ItemSenders {

    private final Directory directory;
    private final NodeKeys keys;
    private final TransferSettings settings;
    private final Clock clock;
    private final Map<String, Line> lines = new ConcurrentHashMap<>();

    ItemSenders(Directory directory, NodeKeys keys, TransferSettings settings, Clock clock) {
        this.directory = directory;
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    private record Line(X509Certificate tls, URI address, PeerConnections client) {}

    /** @throws Later if nothing may, or can, be fetched from it now */
    OfferedItem item(String from, String manifest) throws Later {
        var standing = directory.standing(from);
        if (standing != Validity.VALID && standing != Validity.GRACE) throw new Later("directory", Duration.ZERO);
        var node = directory.find(from).map(Participant::node).orElse(null);
        if (node == null || node.evidence() == null) throw new Later("no-address", Duration.ZERO);
        return client(from, node.tls(), node.evidence()).item(manifest);
    }

    private PeerConnections client(String from, X509Certificate tls, URI address) {
        return lines.compute(from, (id, line) -> {
                    if (line != null && line.tls.equals(tls) && line.address.equals(address)) return line;
                    if (line != null) close(line);
                    var pin = new PinnedTrust(tls::equals, clock, code -> {});
                    // Two items of one sender share the connections.
                    var client = new PeerConnections(
                            address, keys, pin, settings.streams() * 2, settings.connectTimeout(), settings.stalled());
                    return new Line(tls, address, client);
                })
                .client();
    }

    private static void close(Line line) {
        try {
            line.client.close();
        } catch (IOException e) {
            // what was under way is broken, and goes on over a new line
        }
    }

    @PreDestroy
    void close() {
        lines.values().forEach(ItemSenders::close);
        lines.clear();
    }
}
