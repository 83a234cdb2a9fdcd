package org.comity.evidence.wire;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.Timeout;
import org.comity.directory.Pins;
import org.comity.sealing.Keys;

/** Blocking connections to one peer; over TLS they cost half of what the JDK's client costs. */
public final class Client implements AutoCloseable {

    private static final String[] TLS = {"TLSv1.3"};

    private final CloseableHttpClient http;
    private final URI address;

    /**
     * @param address of the peer's port, ending in {@code /evidence}
     * @param pin trusts the peer's certificate and no other
     * @param stalled no byte for so long is a broken line
     */
    public Client(URI address, Keys keys, Pins pin, int streams, Duration connect, Duration stalled) {
        this.address = address;
        var silence = Timeout.of(stalled);
        // The pin says more than a name: exactly this certificate.
        var tls = new DefaultClientTlsStrategy(
                pin.tls(keys), TLS, null, null, HostnameVerificationPolicy.CLIENT, NoopHostnameVerifier.INSTANCE);
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setTlsSocketStrategy(tls)
                .setMaxConnPerRoute(streams)
                .setMaxConnTotal(streams)
                .setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(silence).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(connect))
                        .setSocketTimeout(silence)
                        .build())
                .build();
        this.http = HttpClients.custom()
                .setConnectionManager(connections)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableConnectionState()
                .build();
    }

    public Source item(String manifest) {
        return new Item(manifest);
    }

    @Override
    public void close() throws IOException {
        http.close();
    }

    private final class Item implements Source {

        private final String manifest;

        Item(String manifest) {
            this.manifest = manifest;
        }

        @Override
        public byte[] whole(String part, int largest) throws IOException {
            try (var answer = ask(get(part))) {
                if (answer.getCode() != 200) throw no(answer);
                byte[] content = answer.getEntity().getContent().readNBytes(largest + 1);
                if (content.length > largest) throw new Refused("oversized", part);
                return content;
            }
        }

        @Override
        public InputStream range(String part, long from, long to, long size, long reached) throws IOException {
            var get = get(part);
            get.setHeader("Range", "bytes=%d-%d".formatted(from, to - 1));
            get.setHeader(REACHED, Long.toString(reached));
            var answer = ask(get);
            try {
                if (answer.getCode() != 206) throw no(answer);
                var right = "bytes %d-%d/%d".formatted(from, to - 1, size);
                var range = answer.getFirstHeader("Content-Range");
                if (range == null
                        || !range.getValue().equals(right)
                        || answer.getEntity().getContentLength() != to - from) {
                    throw new Refused("range-wrong", part);
                }
                return closing(answer);
            } catch (IOException | RuntimeException e) {
                answer.close();
                throw e;
            }
        }

        private HttpGet get(String part) {
            return new HttpGet(URI.create("%s/%s/%s".formatted(address, manifest, part)));
        }
    }

    private ClassicHttpResponse ask(HttpGet get) throws IOException {
        return http.executeOpen(HttpHost.create(address), get, null);
    }

    private static IOException no(ClassicHttpResponse answer) {
        var after = answer.getFirstHeader("Retry-After");
        boolean says = after != null && after.getValue().matches("[0-9]{1,6}");
        return new Source.Later(
                "http-" + answer.getCode(), says ? Duration.ofSeconds(Long.parseLong(after.getValue())) : Duration.ZERO);
    }

    /** Closing the answer drops the connection unless everything was read. */
    private static InputStream closing(ClassicHttpResponse answer) throws IOException {
        return new FilterInputStream(answer.getEntity().getContent()) {
            @Override
            public void close() throws IOException {
                answer.close();
            }
        };
    }
}
