package org.comity.evidence.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import org.comity.directory.Directory;
import org.comity.directory.PinnedTrust;
import org.comity.evidence.wire.EvidencePort;
import org.comity.evidence.wire.EvidencePortSettings;
import org.comity.evidence.wire.ItemsOnOffer;
import org.comity.sealing.NodeKeys;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Opens the port for evidence, if the configuration names one. */
@Component
class TransferPort implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TransferPort.class);

    private final TransferSettings settings;
    private final Path folder;
    private final NodeKeys keys;
    private final Directory directory;
    private final ItemsOnOffer shelf;
    private final Clock clock;
    private @Nullable EvidencePort port;

    TransferPort(
            TransferSettings settings,
            @Value("${node.home}") Path home,
            NodeKeys keys,
            Directory directory,
            ItemsOnOffer shelf,
            Clock clock) {
        this.settings = settings;
        this.folder = home.resolve("evidence-port");
        this.keys = keys;
        this.directory = directory;
        this.shelf = shelf;
        this.clock = clock;
    }

    @Override
    public void start() {
        if (settings.port() == null) return;
        try {
            var clients = PinnedTrust.of(directory, clock, code -> log.info("a caller was not let in: {}", code));
            var limits = new EvidencePortSettings(
                    settings.port(),
                    settings.threads(),
                    settings.streams(),
                    settings.connectionsOfOneAddress(),
                    settings.handshake(),
                    settings.stalled());
            port = new EvidencePort(limits, folder, keys, clients, shelf);
            log.info("evidence is given out on port {}", port.port());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int localPort() {
        return port == null ? -1 : port.port();
    }

    /** Ranges under way are broken off; receivers go on at the byte. */
    @Override
    public void stop() {
        if (port != null) port.close();
        port = null;
    }

    @Override
    public boolean isRunning() {
        return port != null;
    }

    @Override
    public int getPhase() {
        return 1000;
    }
}
