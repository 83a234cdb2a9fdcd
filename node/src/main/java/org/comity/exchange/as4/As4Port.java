package org.comity.exchange.as4;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.comity.directory.PinnedTrust;
import org.comity.exchange.Door;
import org.comity.exchange.LocalDoor;
import org.comity.port.ConnectionLimits;
import org.comity.port.GuardedProtocol;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The node's second port: /as4, and what peers may read beside it, TLS 1.3 with pinned client certificates, threads and limits of its own. */
final class As4Port implements SmartLifecycle, LocalDoor {

    private static final Logger log = LoggerFactory.getLogger(As4Port.class);
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final As4Settings settings;
    private final Path folder;
    private final WireKeys keys;
    private final PinnedTrust clients;
    private final IncomingMessages arrivals;
    private final Door door;
    private final ServingShelves shelves;

    /** Null while it is closed. */
    private volatile @Nullable Running running;

    private record Running(Tomcat tomcat, FairAdmission turns) {}

    As4Port(
            As4Settings settings,
            Path folder,
            WireKeys keys,
            PinnedTrust clients,
            IncomingMessages arrivals,
            Door door,
            ServingShelves shelves) {
        this.settings = settings;
        this.folder = folder;
        this.keys = keys;
        this.clients = clients;
        this.arrivals = arrivals;
        this.door = door;
        this.shelves = shelves;
    }

    @Override
    public URI address() {
        var open = Objects.requireNonNull(running, "the AS4 port is closed");
        return URI.create("https://127.0.0.1:%d/as4".formatted(port(open.tomcat)));
    }

    private static int port(Tomcat tomcat) {
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    public void start() {
        // A port that was closed opens again, but not with what closed it.
        var turns = new FairAdmission(settings);
        var tomcat = new Tomcat();
        try {
            tomcat.setBaseDir(Files.createDirectories(folder).toString());
            tomcat.getService().setName("as4");
            tomcat.setConnector(connector());
            var context = tomcat.addContext("", null);
            ((StandardHost) tomcat.getHost()).setErrorReportValveClass("");
            context.addServletContainerInitializer((classes, servlets) -> open(servlets, turns), null);
            tomcat.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (LifecycleException e) {
            throw new IllegalStateException("The AS4 port %d cannot be opened".formatted(settings.port()), e);
        }
        running = new Running(tomcat, turns);
        log.info("AS4 listens on port {}", port(tomcat));
    }

    private void open(ServletContext context, FairAdmission turns) {
        Phase4Scope.enter(context);
        context.addServlet("as4", new As4Servlet(keys, arrivals)).addMapping("/as4");
        context.addServlet("shelves", shelves).addMapping("/");
        context.addFilter("intake", new RequestIntake(settings, turns, door, shelves))
                .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
    }

    private Connector connector() {
        var limits = new ConnectionLimits(settings.connectionsOfOneAddress(), settings.handshake(), false);
        var protocol = new GuardedProtocol(limits);
        var connector = new Connector(protocol);
        connector.setPort(settings.port());
        connector.setScheme("https");
        // The practice network says so; a real node listens where its firewall lets it be reached.
        var address = System.getProperty("comity.listen");
        if (address != null) connector.setProperty("address", address);
        connector.setSecure(true);
        connector.setXpoweredBy(false);
        // Who waits for bytes costs no thread; how many are handled is what Turns says.
        protocol.setExecutor(new VirtualThreadExecutor("as4-"));
        protocol.setMaxConnections(settings.connections());
        protocol.setAcceptCount(settings.backlog());
        protocol.setConnectionTimeout((int) settings.readTimeout().toMillis());
        protocol.setKeepAliveTimeout((int) settings.idle().toMillis());
        protocol.setMaxHttpHeaderSize((int) settings.largestHeaders().toBytes());
        protocol.setMaxSwallowSize(0);
        protocol.setSSLEnabled(true);
        protocol.addSslHostConfig(keys.host(clients));
        return connector;
    }

    /** Stops taking messages; those under way are finished, since each is one transaction. */
    @Override
    public void stop() {
        var open = running;
        if (open == null) return;
        running = null;
        try {
            open.tomcat.getConnector().pause();
            open.tomcat.getConnector().getProtocolHandler().closeServerSocketGraceful();
            open.turns.close(LAST_WORDS);
            open.tomcat.stop();
            open.tomcat.destroy();
        } catch (LifecycleException e) {
            log.warn("the AS4 port did not close cleanly", e);
        }
        Phase4Scope.leave();
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    @Override
    public int getPhase() {
        return 1000;
    }
}
