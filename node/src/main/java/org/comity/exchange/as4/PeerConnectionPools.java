package org.comity.exchange.as4;

import com.helger.http.header.HttpHeaderMap;
import com.helger.httpclient.HttpClientFactory;
import com.helger.httpclient.HttpClientManager;
import com.helger.httpclient.HttpClientSettings;
import com.helger.phase4.messaging.http.BasicHttpPoster;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.Timeout;
import org.comity.directory.Participant;
import org.comity.directory.PinnedTrust;

/** Keeps a pool of connections to each peer, while its pinned TLS certificate stays the same. */
final class PeerConnectionPools implements AutoCloseable {

    private final As4Settings settings;
    private final WireKeys keys;
    private final Clock clock;
    private final Map<String, Line> lines = new ConcurrentHashMap<>();

    PeerConnectionPools(As4Settings settings, WireKeys keys, Clock clock) {
        this.settings = settings;
        this.keys = keys;
        this.clock = clock;
    }

    Line to(String peer, Participant.NodeAddress node) {
        return lines.compute(peer, (id, line) -> {
            if (line != null && line.pinned.equals(node.tls())) {
                return line;
            }
            if (line != null) {
                line.close();
            }
            return new Line(node.tls(), http(node.tls()), settings);
        });
    }

    private HttpClientSettings http(X509Certificate pinned) {
        var http = new HttpClientSettings();
        http.setTLSConfigurationMode(null);
        http.setSSLContext(keys.tls(new PinnedTrust(pinned::equals, clock, code -> {})));
        // The pin says more than a name: exactly this certificate.
        http.setHostnameVerifier(NoopHostnameVerifier.INSTANCE);
        http.setConnectTimeout(Timeout.of(settings.connectTimeout()));
        http.setResponseTimeout(Timeout.of(settings.answerTimeout()));
        return http;
    }

    @Override
    public void close() {
        lines.values().forEach(Line::close);
        lines.clear();
    }

    /** phase4 makes a new HTTP client for every message; this one keeps its connections. */
    static final class Line extends BasicHttpPoster {

        private final X509Certificate pinned;
        private final HttpClientManager client;
        private final As4Settings settings;

        private Line(X509Certificate pinned, HttpClientSettings http, As4Settings settings) {
            this.settings = settings;
            this.pinned = pinned;
            this.client = new HttpClientManager(new Kept(http));
            setQuoteHttpHeaders(false);
        }

        @Override
        public <T> T sendGenericMessage(
                String url, HttpHeaderMap headers, HttpEntity entity, HttpClientResponseHandler<? extends T> handler)
                throws IOException {
            var post = new HttpPost(url);
            if (headers != null) {
                headers.forEachSingleHeader(post::addHeader, true, false);
            }
            try (var leaving = new OutgoingBody(entity, settings.answerTimeout(), post::cancel)) {
                post.setEntity(leaving);
                return client.execute(post, answer -> {
                    if (answer.getEntity() != null)
                        answer.setEntity(new BoundedAnswer(answer.getEntity(), settings, post::cancel));
                    return handler.handleResponse(answer);
                });
            }
        }

        private void close() {
            try {
                client.close();
            } catch (RuntimeException ignored) {
                // Nothing is lost: a message without a receipt is sent again.
            }
        }
    }

    /** A connection belongs to us whichever key opened it; else no request with a TLS key would find one to reuse. */
    private static final class Kept extends HttpClientFactory {

        private static final int UNSENT = 128 * 1024;

        private Kept(HttpClientSettings http) {
            super(http);
        }

        /** So little that it has left before the answer is waited for, over a thin line too. */
        @Override
        public SocketConfig.Builder createSocketConfigBuilder() {
            return super.createSocketConfigBuilder().setSndBufSize(UNSENT);
        }

        @Override
        public HttpClientBuilder createHttpClientBuilder() {
            return super.createHttpClientBuilder().disableConnectionState();
        }
    }
}
