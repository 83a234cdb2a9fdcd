package org.comity.proof.seal;

import java.security.GeneralSecurityException;
import java.security.ProviderException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.proof.form.SignatureStrength;

/**
 * Finds the way from a certificate to one that the caller trusts (RFC 5280, without revocation).
 *
 * @param certificates from the signer's up to, not including, the trusted one; empty when the signer's itself is trusted
 */
public record CertificateChain(X509Certificate trusted, List<X509Certificate> certificates) {

    private static final int LONGEST = 5;

    /** Nothing if no chain of signatures leads to the anchor; validity in time is asked for separately. */
    public static Optional<CertificateChain> from(
            X509Certificate signer, Collection<X509Certificate> others, Anchor anchor) {
        var way = new ArrayList<X509Certificate>();
        var current = signer;
        while (!anchor.trusts(current)) {
            way.add(current);
            var issuer = issuer(current, others, anchor);
            if (issuer.isEmpty() || way.size() > LONGEST) {
                return Optional.empty();
            }
            current = issuer.get();
        }
        return Optional.of(new CertificateChain(current, List.copyOf(way)));
    }

    private static Optional<X509Certificate> issuer(
            X509Certificate of, Collection<X509Certificate> others, Anchor anchor) {
        return Stream.concat(anchor.certificates().stream(), others.stream())
                .filter(it -> it.getSubjectX500Principal().equals(of.getIssuerX500Principal()))
                .filter(it -> signed(of, it))
                .findFirst();
    }

    /** A signature that anybody could forge leads nowhere. */
    private static boolean signed(X509Certificate certificate, X509Certificate issuer) {
        if (!SignatureStrength.enough(certificate, issuer.getPublicKey())) return false;
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException | ProviderException e) {
            return false;
        }
    }

    /** Each certificate valid at this instant, and each issuer allowed to issue. */
    public boolean validAt(Instant instant) {
        try {
            trusted.checkValidity(Date.from(instant));
            if (certificates.isEmpty()) {
                return true;
            }
            if (trusted.getBasicConstraints() < 0) {
                return false;
            }
            var parameters = new PKIXParameters(Set.of(new TrustAnchor(trusted, null)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(instant));
            var path = CertificateFactory.getInstance("X.509").generateCertPath(certificates);
            CertPathValidator.getInstance("PKIX").validate(path, parameters);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
