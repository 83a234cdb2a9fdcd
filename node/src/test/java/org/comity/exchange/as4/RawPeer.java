package org.comity.exchange.as4;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.comity.exchange.PracticeWorld;
import org.jspecify.annotations.Nullable;

/** Somebody with a TLS key who speaks bare HTTP, as badly as a test wants. */
final class RawPeer implements AutoCloseable {

    private final SSLSocket socket;

    /** @param tlsOf whose TLS key it shows; null: none */
    RawPeer(URI door, @Nullable String tlsOf, String protocol) throws Exception {
        var context = SSLContext.getInstance("TLS");
        context.init(keys(tlsOf), new TrustManager[] {new Anybody()}, new SecureRandom());
        socket = (SSLSocket) context.getSocketFactory().createSocket(door.getHost(), door.getPort());
        socket.setEnabledProtocols(new String[] {protocol});
        socket.setSoTimeout(120_000);
    }

    RawPeer(URI door) throws Exception {
        this(door, "XA-1", "TLSv1.3");
    }

    private static KeyManager[] keys(@Nullable String tlsOf) throws Exception {
        if (tlsOf == null) {
            return new KeyManager[0];
        }
        var own = KeyManagerFactory.getInstance("PKIX");
        own.init(PracticeWorld.store(tlsOf, "tls"), PracticeWorld.password(tlsOf));
        return own.getKeyManagers();
    }

    /** So long it waits for each byte of an answer. */
    RawPeer patience(int millis) throws IOException {
        socket.setSoTimeout(millis);
        return this;
    }

    RawPeer say(String text) throws IOException {
        return say(text.getBytes(ISO_8859_1));
    }

    RawPeer say(byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
        return this;
    }

    /** Everything that is answered until the other side closes. */
    String answer() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
