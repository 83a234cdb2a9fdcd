package org.comity.sealing.ceremony;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** Makes P-256 keys, X.509 certificates (RFC 5280) and requests for them (PKCS#10). */
public final class Certificates {

    static final String SIGNATURE = "SHA256withECDSA";
    private static final Duration BEFORE = Duration.ofDays(1);
    private static final Duration VALID = Duration.ofDays(3 * 365);
    private static final SecureRandom CHANCE = new SecureRandom();

    private Certificates() {}

    public static KeyPair p256() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A root: signs itself and may sign certificates that sign no others. */
    public static X509Certificate root(X500Name name, KeyPair pair, Instant now) {
        try {
            var builder = builder(name, name, pair.getPublic(), pair.getPublic(), now);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            return signed(builder, pair);
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A certificate for one purpose, by {@code issuer}. With the subject's own name and key it signs itself. */
    public static X509Certificate leaf(
            CertificateSubject subject, PublicKey key, X500Name issuer, KeyPair by, Instant now) {
        try {
            var builder = builder(issuer, subject.name(), key, by.getPublic(), now);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            for (var each : subject.extensions()) {
                builder.addExtension(each);
            }
            return signed(builder, by);
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asks a State's own certification authority for a certificate; DER. */
    public static byte[] request(CertificateSubject subject, KeyPair pair) {
        try {
            var builder = new JcaPKCS10CertificationRequestBuilder(subject.name(), pair.getPublic());
            builder.addAttribute(
                    org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers.pkcs_9_at_extensionRequest,
                    new org.bouncycastle.asn1.x509.Extensions(
                            subject.extensions().toArray(Extension[]::new)));
            return builder.build(new JcaContentSignerBuilder(SIGNATURE).build(pair.getPrivate()))
                    .getEncoded();
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JcaX509v3CertificateBuilder builder(
            X500Name issuer, X500Name subject, PublicKey key, PublicKey issuerKey, Instant now)
            throws GeneralSecurityException, IOException {
        var builder = new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(159, CHANCE).setBit(158),
                Date.from(now.minus(BEFORE)),
                Date.from(now.plus(VALID)),
                subject,
                key);
        var identifiers = new JcaX509ExtensionUtils();
        builder.addExtension(Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(key));
        builder.addExtension(
                Extension.authorityKeyIdentifier, false, identifiers.createAuthorityKeyIdentifier(issuerKey));
        return builder;
    }

    private static X509Certificate signed(JcaX509v3CertificateBuilder builder, KeyPair by)
            throws GeneralSecurityException, OperatorCreationException {
        var signer = new JcaContentSignerBuilder(SIGNATURE).build(by.getPrivate());
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }
}
