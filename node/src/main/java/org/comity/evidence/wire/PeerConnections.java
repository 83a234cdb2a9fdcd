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
import org.comity.directory.PinnedTrust;
import org.comity.sealing.NodeKeys;

/** Keeps blocking connections to one peer; over TLS they cost half of what the JDK's client costs. */
public final class PeerConnections implements AutoCloseable {

    private static final String[] TLS = {"TLSv1.3"};

    private final CloseableHttpClient http;
    private final URI address;

    /**
     * @param address of the peer's port, ending in {@code /evidence}
     * @param pin trusts the peer's certificate and no other
     * @param stalled no byte for so long is a broken line
     */
    public PeerConnections(
            URI address, NodeKeys keys, PinnedTrust pin, int streams, Duration connect, Duration stalled) {
        this.address = address;
        var silence = Timeout.of(stalled);
        // The pin says more than a name: exactly this certificate.
        var tls = new DefaultClientTlsStrategy(
                pin.tls(keys), TLS, null, null, HostnameVerificationPolicy.CLIENT, NoopHostnameVerifier.INSTANCE);
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setTlsSocketStrategy(tls)
                .setMaxConnPerRoute(streams)
                .setMaxConnTotal(streams)
                .setDefaultSocketConfig(
                        SocketConfig.custom().setSoTimeout(silence).build())
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

    public OfferedItem item(String manifest) {
        return new Item(manifest);
    }

    @Override
    public void close() throws IOException {
        http.close();
    }

    private final class Item implements OfferedItem {

        private final String manifest;

        Item(String manifest) {
            this.manifest = manifest;
        }

        @Override
        public byte[] whole(String part, int largest) throws IOException {
            var get = get(part);
            try (var answer = new Answer(get, ask(get), largest)) {
                if (answer.code() != 200) throw answer.no();
                byte[] content = answer.readNBytes(largest + 1);
                if (content.length > largest) throw new Refused("oversized", part);
                return content;
            }
        }

        @Override
        public InputStream range(String part, long from, long to, long size, long reached) throws IOException {
            var get = get(part);
            get.setHeader("Range", "bytes=%d-%d".formatted(from, to - 1));
            get.setHeader(REACHED, Long.toString(reached));
            var answer = new Answer(get, ask(get), to - from);
            try {
                if (answer.code() != 206) throw answer.no();
                if (!answer.is("bytes %d-%d/%d".formatted(from, to - 1, size), to - from)) {
                    throw new Refused("range-wrong", part);
                }
                return answer;
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

    /**
     * What a peer answers, as far as it was asked for. Whoever closes it earlier, and be it from another thread, drops the
     * connection: the library's own way to close an answer is to read it to its end, beside whoever reads it now.
     */
    private static final class Answer extends FilterInputStream {

        private final HttpGet get;
        private final ClassicHttpResponse answer;
        private volatile long left;

        Answer(HttpGet get, ClassicHttpResponse answer, long asked) throws IOException {
            super(
                    answer.getEntity() == null
                            ? nullInputStream()
                            : answer.getEntity().getContent());
            this.get = get;
            this.answer = answer;
            this.left = asked;
        }

        int code() {
            return answer.getCode();
        }

        boolean is(String range, long length) {
            var said = answer.getFirstHeader("Content-Range");
            return said != null
                    && said.getValue().equals(range)
                    && answer.getEntity() != null
                    && answer.getEntity().getContentLength() == length;
        }

        IOException no() {
            var after = answer.getFirstHeader("Retry-After");
            boolean says = after != null && after.getValue().matches("[0-9]{1,6}");
            var wait = says ? Duration.ofSeconds(Long.parseLong(after.getValue())) : Duration.ZERO;
            return new OfferedItem.Later("http-" + answer.getCode(), wait);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            if (read >= 0) left--;
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            left -= Math.max(0, read);
            return read;
        }

        /** The connection is kept for the next range if this one was read whole. */
        @Override
        public void close() throws IOException {
            if (left == 0) answer.close();
            else get.cancel();
        }
    }
}
