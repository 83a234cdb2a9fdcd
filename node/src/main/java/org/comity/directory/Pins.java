package org.comity.exchange.as4;

import java.security.cert.X509Certificate;
import java.security.cert.CertificateException;
import java.util.Objects;
import java.util.function.Predicate;
import java.net.Socket;
import java.time.Clock;
import java.util.Date;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Trusts exactly the certificates that the directory pins, while they are valid by our clock. No chain, no name. */
final class Pins extends X509ExtendedTrustManager {

    private final Predicate<X509Certificate> pinned;
    private final Clock clock;
    private final Refused refused;

    /** Told why a certificate was not trusted, since a TLS alert cannot say it. */
    interface Refused {
        void because(String code);
    }

    Pins(Predicate<X509Certificate> pinned, Clock clock, Refused refused) {
        this.pinned = pinned;
        this.clock = clock;
        this.refused = refused;
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
