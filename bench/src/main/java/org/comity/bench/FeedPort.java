package org.comity.bench;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.comity.exchange.PeerShelf;
import org.comity.port.ConnectionLimits;
import org.comity.port.GuardedProtocol;

/** A port with TLS 1.3 and pinned client certificates, as a node's, that serves one shelf. */
final class FeedPort implements AutoCloseable {

    private final Tomcat tomcat = new Tomcat();

    FeedPort(Path folder, BoardKeys keys, PeerShelf shelf, int threads) throws LifecycleException {
        var protocol = new GuardedProtocol(new ConnectionLimits(0, Duration.ZERO, true));
        protocol.setMaxThreads(threads);
        protocol.setMinSpareThreads(threads);
        protocol.setSSLEnabled(true);
        protocol.addSslHostConfig(keys.pin(BoardKeys.MEMBER).host(keys.tls(BoardKeys.HOST)));
        var connector = new Connector(protocol);
        connector.setPort(0);
        connector.setScheme("https");
        connector.setSecure(true);
        connector.setProperty("address", "127.0.0.1");
        tomcat.setBaseDir(folder.toString());
        tomcat.setConnector(connector);
        var context = tomcat.addContext("", null);
        context.addServletContainerInitializer(
                (classes, servlets) ->
                        servlets.addServlet("feed", new Serving(shelf)).addMapping("/feed/*"),
                null);
        tomcat.start();
    }

    URI address() {
        return URI.create("https://127.0.0.1:" + tomcat.getConnector().getLocalPort());
    }

    /** By which the threads of its connector are named. */
    String threads() {
        return "https-jsse-nio";
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }

    private static final class Serving extends HttpServlet {

        private final transient PeerShelf shelf;

        Serving(PeerShelf shelf) {
            this.shelf = shelf;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            var answer = shelf.answer(BoardKeys.MEMBER, request.getPathInfo().substring(1));
            response.setStatus(answer.status());
            response.setContentType(answer.type());
            response.setContentLength(answer.content().length);
            response.getOutputStream().write(answer.content());
        }
    }
}
