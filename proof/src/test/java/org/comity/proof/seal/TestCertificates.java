package org.comity.proof.seal;

import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.DSAPublicKeySpec;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Keys and certificates made up for one test run. */
public record TestCertificates(X509Certificate certificate, PrivateKey key) {

    private static final AtomicLong SERIAL = new AtomicLong(1000);

    public static final Instant FROM = Instant.parse("2027-01-01T00:00:00Z");
    public static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");
    public static final Instant UNTIL = Instant.parse("2028-01-01T00:00:00Z");

    public static final int SIGN = KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
    public static final TestCertificates CA = new Request("Practice CA")
            .authority(true)
            .usage(KeyUsage.keyCertSign)
            .by(null);
    public static final TestCertificates OTHER_CA = new Request("Practice CA")
            .authority(true)
            .usage(KeyUsage.keyCertSign)
            .by(null);
    public static final TestCertificates XA = new Request("XA-1 seal").by(CA);
    public static final TestCertificates XB = new Request("XB-1 seal").by(CA);
    public static final TestCertificates XB_REGISTER = new Request("XB-1 register").by(CA);
    public static final TestCertificates XB_REGISTER_LATER = new Request("XB-1 register").by(CA);
    public static final TestCertificates XA_REGISTER = new Request("XA-1 register").by(CA);
    public static final TestCertificates STRANGER = new Request("XA-1 seal").by(OTHER_CA);
    public static final TestCertificates TSA = new Request("Practice TSA")
            .usage(KeyUsage.digitalSignature)
            .purpose(KeyPurposeId.id_kp_timeStamping)
            .by(CA);

    public static KeyPair pair(String curve) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A key as a stranger makes it up: of numbers as large as he likes. */
    public static PublicKey dsa(int bits) {
        try {
            return KeyFactory.getInstance("DSA")
                    .generatePublic(new DSAPublicKeySpec(odd(bits), odd(bits), odd(bits), BigInteger.TWO));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static BigInteger odd(int bits) {
        return BigInteger.ONE.shiftLeft(bits - 1).setBit(0);
    }

    /** What a certificate shall say; by default that of a seal. */
    public static final class Request {
        private final String name;
        private boolean authority;
        private int usage = SIGN;
        private KeyPurposeId purpose;
        private Instant from = FROM;
        private Instant until = UNTIL;
        private KeyPair pair = TestCertificates.pair("secp256r1");

        public Request(String name) {
            this.name = name;
        }

        public Request authority(boolean authority) {
            this.authority = authority;
            return this;
        }

        public Request usage(int usage) {
            this.usage = usage;
            return this;
        }

        public Request purpose(KeyPurposeId purpose) {
            this.purpose = purpose;
            return this;
        }

        public Request valid(Instant from, Instant until) {
            this.from = from;
            this.until = until;
            return this;
        }

        public Request pair(KeyPair pair) {
            this.pair = pair;
            return this;
        }

        public TestCertificates by(TestCertificates issuer) {
            try {
                var subject = new X500Name("CN=%s,O=Specimen".formatted(name));
                var builder = new JcaX509v3CertificateBuilder(
                        issuer == null
                                ? subject
                                : X500Name.getInstance(issuer.certificate
                                        .getSubjectX500Principal()
                                        .getEncoded()),
                        BigInteger.valueOf(SERIAL.incrementAndGet()),
                        Date.from(from),
                        Date.from(until),
                        subject,
                        pair.getPublic());
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
                builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
                if (purpose != null) {
                    builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose));
                }
                var by = issuer == null ? pair.getPrivate() : issuer.key;
                var signer = new JcaContentSignerBuilder(
                                by.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA")
                        .build(by);
                return new TestCertificates(
                        new JcaX509CertificateConverter().getCertificate(builder.build(signer)), pair.getPrivate());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
