package org.comity.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EcdsaVerificationTest {

    private static final byte[] TEXT = "preserve".getBytes(UTF_8);
    private static final BigInteger ORDER = P256.ORDER;

    @BeforeEach
    void first() {
        Security.insertProviderAt(new EcdsaVerification(), 1);
    }

    @AfterEach
    void away() {
        Security.removeProvider("ComityEcdsaVerification");
    }

    @Test
    void verifies_what_the_jdk_signed_and_leaves_signing_to_it() throws Exception {
        for (var curve : List.of("secp256r1", "secp384r1")) {
            var keys = keys(curve);
            var signing = Signature.getInstance("SHA256withECDSA");
            signing.initSign(keys.getPrivate());
            assertThat(signing.getProvider().getName()).isEqualTo("SunEC");
            signing.update(TEXT);
            byte[] signature = signing.sign();

            var verifying = Signature.getInstance("SHA256withECDSA");
            verifying.initVerify(keys.getPublic());
            assertThat(verifying.getProvider()).isInstanceOf(EcdsaVerification.class);
            assertThat(verifies(keys.getPublic(), TEXT, signature)).isTrue();
            assertThat(verifies(keys.getPublic(), "destroy".getBytes(UTF_8), signature)).isFalse();
            assertThat(verifies(keys(curve).getPublic(), TEXT, signature)).isFalse();
        }
    }

    /** As strict as the JDK: numbers within the order, DER in its one spelling, nothing behind it. */
    @Test
    void a_signature_has_one_spelling() throws Exception {
        var keys = keys("secp256r1");
        var signing = Signature.getInstance("SHA256withECDSA");
        signing.initSign(keys.getPrivate());
        signing.update(TEXT);
        byte[] right = signing.sign();
        var numbers = DERSequence.getInstance(right);
        var r = ASN1Integer.getInstance(numbers.getObjectAt(0)).getPositiveValue();
        var s = ASN1Integer.getInstance(numbers.getObjectAt(1)).getPositiveValue();
        assertThat(verifies(keys.getPublic(), TEXT, der(r, s))).isTrue();
        for (byte[] wrong : List.of(
                der(BigInteger.ZERO, BigInteger.ZERO),
                der(BigInteger.ZERO, s),
                der(r, BigInteger.ZERO),
                der(ORDER, s),
                der(r.add(ORDER), s),
                der(r, s.add(ORDER)),
                der(r.negate(), s),
                der(r, s, BigInteger.ONE),
                Arrays.copyOf(right, right.length + 1),
                Arrays.copyOf(right, right.length - 1),
                longLength(right),
                new byte[0])) {
            assertThat(verifies(keys.getPublic(), TEXT, wrong)).isFalse();
        }
    }

    @Test
    void what_an_xml_signature_says_is_verified_by_it_too() throws Exception {
        var keys = keys("secp256r1");
        var signing = Signature.getInstance("SHA256withECDSAinP1363Format");
        signing.initSign(keys.getPrivate());
        signing.update(TEXT);
        byte[] right = signing.sign();
        assertThat(right).hasSize(64);
        assertThat(plain(keys.getPublic(), right)).isTrue();
        for (int length : List.of(0, 63, 65, 128)) {
            assertThat(plain(keys.getPublic(), Arrays.copyOf(right, length))).isFalse();
        }
        right[63] ^= 1;
        assertThat(plain(keys.getPublic(), right)).isFalse();
    }

    private static boolean plain(PublicKey key, byte[] signature) throws GeneralSecurityException {
        return verifies("SHA256withECDSAinP1363Format", key, TEXT, signature);
    }

    private static KeyPair keys(String curve) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }

    private static boolean verifies(PublicKey key, byte[] text, byte[] signature) throws GeneralSecurityException {
        return verifies("SHA256withECDSA", key, text, signature);
    }

    private static boolean verifies(String algorithm, PublicKey key, byte[] text, byte[] signature)
            throws GeneralSecurityException {
        var verifying = Signature.getInstance(algorithm);
        try {
            verifying.initVerify(key);
            assertThat(verifying.getProvider()).isInstanceOf(EcdsaVerification.class);
            verifying.update(text);
            return verifying.verify(signature);
        } catch (SignatureException e) {
            return false;
        }
    }

    private static byte[] der(BigInteger... numbers) throws IOException {
        return new DERSequence(Arrays.stream(numbers).map(ASN1Integer::new).toArray(ASN1Integer[]::new)).getEncoded();
    }

    /** BER: the sequence's length in two octets where one does. */
    private static byte[] longLength(byte[] der) {
        byte[] longer = new byte[der.length + 1];
        longer[0] = der[0];
        longer[1] = (byte) 0x81;
        System.arraycopy(der, 1, longer, 2, der.length - 1);
        return longer;
    }
}
