package org.comity.directory;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Date;
import java.util.Objects;
import java.util.function.Predicate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509KeyManager;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.apache.tomcat.util.net.SSLUtil;
import org.comity.sealing.NodeKeys;

/** Trusts exactly the certificates that the directory pins, while they are valid by our clock. No chain, no name. */
public final class PinnedTrust extends X509ExtendedTrustManager {

    private final Predicate<X509Certificate> pinned;
    private final Clock clock;
    private final Refused refused;

    /** Told why a certificate was not trusted, since a TLS alert cannot say it. */
    public interface Refused {
        void because(String code);
    }

    public PinnedTrust(Predicate<X509Certificate> pinned, Clock clock, Refused refused) {
        this.pinned = pinned;
        this.clock = clock;
        this.refused = refused;
    }

    /** Any participant of the directory that has a node. */
    public static PinnedTrust of(Directory directory, Clock clock, Refused refused) {
        return new PinnedTrust(
                tls -> directory.all().stream()
                        .map(Participant::node)
                        .filter(Objects::nonNull)
                        .anyMatch(it -> it.tls().equals(tls)),
                clock,
                refused);
    }

    /** TLS 1.3 with this node's TLS key, towards whoever is pinned. */
    public SSLContext tls(NodeKeys keys) {
        try {
            var context = SSLContext.getInstance("TLSv1.3");
            context.init(new X509KeyManager[] {key(keys)}, new PinnedTrust[] {this}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same for a port that is open to them: TLS 1.3, and nobody without a pinned certificate. */
    public SSLHostConfig host(NodeKeys keys) {
        var host = new SSLHostConfig();
        host.setProtocols("TLSv1.3");
        host.setCertificateVerification("required");
        var certificate = new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.EC);
        certificate.setSslContext(SSLUtil.createSSLContext(tls(keys), key(keys), this));
        host.addCertificate(certificate);
        return host;
    }

    private static X509KeyManager key(NodeKeys keys) {
        try {
            var own = KeyManagerFactory.getInstance("PKIX");
            own.init(keys.tls(), keys.password());
            return (X509KeyManager) own.getKeyManagers()[0];
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void check(X509Certificate[] chain) throws CertificateException {
        var certificate = Objects.requireNonNull(chain)[0];
        if (!pinned.test(certificate)) {
            throw no("unknown-certificate");
        }
        try {
            certificate.checkValidity(Date.from(clock.instant()));
        } catch (CertificateException e) {
            throw no("expired-certificate");
        }
    }

    private CertificateException no(String code) {
        refused.because(code);
        return new CertificateException(code);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        check(chain);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
