package org.comity.proof.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.comity.proof.Refusals.assertRefused;

import java.io.IOException;
import java.nio.file.Files;
import java.security.KeyPair;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.cert.X509CertificateHolder;
import org.comity.proof.Malformed;
import org.comity.proof.act.TestActs;
import org.comity.proof.seal.Container;
import org.comity.proof.seal.TestCertificates;
import org.comity.proof.seal.TestContainer;
import org.comity.proof.verify.Vectors;
import org.junit.jupiter.api.Test;

/** A certificate from outside has one encoding: else two files that differ would be held for the same. */
class StrictBase64Test {

    private final X509Certificate right = TestCertificates.XA.certificate();

    @Test
    void every_bit_of_a_certificate_that_is_flipped_is_refused_or_signed() throws Exception {
        for (var certificate : List.of(right, published())) {
            byte[] der = certificate.getEncoded();
            assertThat(StrictBase64.certificate("certificate", base64(der))).isEqualTo(certificate);
            for (int bit = 0; bit < der.length * 8; bit++) {
                byte[] changed = der.clone();
                changed[bit / 8] ^= (byte) (1 << bit % 8);
                assertThat(saysTheSame(certificate, changed)).as("bit %d", bit).isFalse();
            }
        }
    }

    /** What its signature covers, and the signature: those are compared by whoever verifies. */
    private static boolean saysTheSame(X509Certificate right, byte[] der) throws Exception {
        try {
            var read = StrictBase64.certificate("certificate", base64(der));
            return Arrays.equals(read.getTBSCertificate(), right.getTBSCertificate())
                    && Arrays.equals(read.getSignature(), right.getSignature());
        } catch (Malformed e) {
            return false;
        }
    }

    @Test
    void nothing_stands_behind_it_and_it_is_no_pem() throws Exception {
        byte[] der = right.getEncoded();
        for (int more : List.of(1, 2, 3, der.length)) {
            refused(Arrays.copyOf(der, der.length + more));
        }
        refused(Arrays.copyOf(der, der.length - 1));
        refused(new byte[0]);
        refused(("-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(der)
                        + "\n-----END CERTIFICATE-----\n")
                .getBytes(UTF_8));
        assertRefused("field", () -> StrictBase64.certificate("certificate", base64(der) + "\n"));
        assertRefused("field", () -> StrictBase64.certificate("certificate", null));
    }

    @Test
    void unused_bits_and_absent_parameters_are_not_passed_over() throws Exception {
        var parts = ASN1Sequence.getInstance(right.getEncoded());
        var algorithm = new ASN1EncodableVector();
        ASN1Sequence.getInstance(parts.getObjectAt(1)).forEach(algorithm::add);
        algorithm.add(DERNull.INSTANCE);
        refused(certificate(parts, new DERSequence(algorithm), (DERBitString) parts.getObjectAt(2)));

        byte[] even = right.getSignature().clone();
        even[even.length - 1] &= (byte) 0xfe;
        refused(certificate(parts, ASN1Sequence.getInstance(parts.getObjectAt(1)), new DERBitString(even, 1)));
    }

    @Test
    void nor_in_a_container_where_it_stands_beside_that_of_the_signer() throws Exception {
        var container = TestContainer.of(TestActs.request());
        container.beside =
                new X509CertificateHolder(TestCertificates.CA.certificate().getEncoded());
        assertThat(Container.read(container.build()).certificates()).hasSize(2);

        var parts = ASN1Sequence.getInstance(container.beside.getEncoded());
        byte[] even = TestCertificates.CA.certificate().getSignature().clone();
        even[even.length - 1] &= (byte) 0xfe;
        container.beside = new X509CertificateHolder(
                certificate(parts, ASN1Sequence.getInstance(parts.getObjectAt(1)), new DERBitString(even, 1)));
        assertRefused("container-signature", () -> Container.read(container.build()));
    }

    @Test
    void a_certificate_is_no_larger_than_sixteen_thousand_bytes() throws Exception {
        var largest = withKey(40_000);
        assertThat(StrictBase64.certificate(largest.getEncoded())).isEqualTo(largest);
        assertThatExceptionOfType(CertificateException.class)
                .isThrownBy(() -> StrictBase64.certificate(withKey(45_000).getEncoded()))
                .withMessage("Too large");
    }

    private static X509Certificate withKey(int bits) {
        return new TestCertificates.Request("large")
                .pair(new KeyPair(TestCertificates.dsa(bits), TestCertificates.CA.key()))
                .by(TestCertificates.CA)
                .certificate();
    }

    private static byte[] certificate(ASN1Sequence parts, ASN1Sequence algorithm, DERBitString signature)
            throws IOException {
        var all = new ASN1EncodableVector();
        all.add(parts.getObjectAt(0));
        all.add(algorithm);
        all.add(signature);
        return new DERSequence(all).getEncoded();
    }

    /** Its signature ends in an even byte, so that an unused bit would not change it. */
    private static X509Certificate published() throws IOException {
        var head = CanonicalJson.read(Files.readAllBytes(Vectors.FOLDER.resolve("bags/one/data/thread/thread.json")));
        var certificate = StrictBase64.certificate("certificate", head.get("certificate"));
        byte[] signature = certificate.getSignature();
        assertThat(signature[signature.length - 1] & 1).isZero();
        return certificate;
    }

    private static void refused(byte[] der) {
        assertRefused("field", () -> StrictBase64.certificate("certificate", base64(der)));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
