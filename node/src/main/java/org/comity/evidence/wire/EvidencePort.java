package org.comity.evidence.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.startup.Tomcat;
import org.comity.directory.PinnedTrust;
import org.comity.port.ConnectionLimits;
import org.comity.port.GuardedProtocol;
import org.comity.sealing.NodeKeys;

/** The port beside the AS4 one: released items and nothing else, TLS 1.3 with pinned client certificates. */
public final class EvidencePort implements AutoCloseable {

    private static final int BACKLOG = 20;
    private static final int LARGEST_HEADERS = 8 << 10;
    /** More than a TLS record: what is written in one piece is encrypted in one turn. */
    private static final int BUFFER = 128 << 10;

    private final Tomcat tomcat = new Tomcat();

    public EvidencePort(
            EvidencePortSettings settings, Path folder, NodeKeys keys, PinnedTrust clients, ItemsOnOffer shelf)
            throws IOException {
        tomcat.setBaseDir(Files.createDirectories(folder).toString());
        tomcat.getService().setName("evidence");
        tomcat.setConnector(connector(settings, keys, clients));
        var context = tomcat.addContext("", null);
        ((StandardHost) tomcat.getHost()).setErrorReportValveClass("");
        tomcat.getHost().getPipeline().addValve(new BrokenTransferValve());
        context.addServletContainerInitializer(
                (classes, servlets) -> servlets.addServlet("evidence", new ServingItems(shelf, settings.streams()))
                        .addMapping("/evidence/*"),
                null);
        try {
            tomcat.start();
        } catch (LifecycleException e) {
            throw new IOException("The port %d for evidence cannot be opened".formatted(settings.port()), e);
        }
    }

    public int port() {
        return tomcat.getConnector().getLocalPort();
    }

    private static Connector connector(EvidencePortSettings settings, NodeKeys keys, PinnedTrust clients) {
        var protocol = new GuardedProtocol(new ConnectionLimits(settings.ofOneAddress(), settings.handshake(), false));
        var connector = new Connector(protocol);
        connector.setPort(settings.port());
        connector.setScheme("https");
        // The practice network says so; a real node listens where its firewall lets it be reached.
        var address = System.getProperty("comity.listen");
        if (address != null) connector.setProperty("address", address);
        connector.setSecure(true);
        connector.setXpoweredBy(false);
        protocol.setMaxThreads(settings.threads());
        protocol.setMinSpareThreads(1);
        protocol.setMaxConnections(settings.threads() * 2);
        protocol.setAcceptCount(BACKLOG);
        protocol.setConnectionTimeout((int) settings.stalled().toMillis());
        protocol.setMaxHttpHeaderSize(LARGEST_HEADERS);
        protocol.setMaxSwallowSize(0);
        protocol.setProperty("socket.appWriteBufSize", Integer.toString(BUFFER));
        protocol.setSSLEnabled(true);
        protocol.addSslHostConfig(clients.host(keys));
        return connector;
    }

    @Override
    public void close() {
        try {
            tomcat.getConnector().pause();
            tomcat.getConnector().getProtocolHandler().closeServerSocketGraceful();
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }
}
