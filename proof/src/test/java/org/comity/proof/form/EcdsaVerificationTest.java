package org.comity.proof.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;

class EcdsaVerificationTest {

    /** As {@link ShippedCiphers} put it before the others. */
    private static final Provider HERE = Security.getProvider(new EcdsaVerification().getName());

    private static final byte[] TEXT = "preserve".getBytes(UTF_8);
    private static final BigInteger ORDER = P256.order();

    @Test
    void verifies_what_the_jdk_signed() throws Exception {
        var keys = keys("secp256r1");
        byte[] signature = signed("SHA256withECDSA", keys);
        assertThat(verifies("SHA256withECDSA", keys.getPublic(), TEXT, signature))
                .isTrue();
        assertThat(verifies("1.2.840.10045.4.3.2", keys.getPublic(), TEXT, signature))
                .isTrue();
        assertThat(verifies("SHA256withECDSA", keys.getPublic(), "destroy".getBytes(UTF_8), signature))
                .isFalse();
        assertThat(verifies("SHA256withECDSA", keys("secp256r1").getPublic(), TEXT, signature))
                .isFalse();

        byte[] hash = MessageDigest.getInstance("SHA-256").digest(TEXT);
        assertThat(verifies("NONEwithECDSA", keys.getPublic(), hash, signature)).isTrue();
        assertThat(verifies("NONEwithECDSA", keys.getPublic(), TEXT, signature)).isFalse();
    }

    /** Of the JDK's own, so that nothing is accepted that was not before. */
    @Test
    void other_curves_stay_with_the_jdk() throws Exception {
        for (var curve : List.of("secp384r1", "secp521r1")) {
            var keys = keys(curve);
            byte[] signature = signed("SHA256withECDSA", keys);
            var verifying = Signature.getInstance("SHA256withECDSA");
            verifying.initVerify(keys.getPublic());
            assertThat(verifying.getProvider().getName()).isEqualTo("SunEC");
            verifying.update(TEXT);
            assertThat(verifying.verify(signature)).isTrue();
        }
        for (var curve : List.of("secp256k1", "brainpoolP256r1")) {
            var generator = KeyPairGenerator.getInstance("EC", new BouncyCastleProvider());
            generator.initialize(new ECGenParameterSpec(curve));
            var key = generator.generateKeyPair().getPublic();
            assertThat(P256.has(key)).isFalse();
            var verifying = Signature.getInstance("SHA256withECDSA");
            assertThatThrownBy(() -> {
                        verifying.initVerify(key);
                        verifying.update(TEXT);
                        verifying.verify(der(BigInteger.ONE, BigInteger.ONE));
                    })
                    .isInstanceOf(GeneralSecurityException.class);
        }
    }

    @Test
    void nothing_is_signed_by_it() throws Exception {
        var keys = keys("secp256r1");
        for (var algorithm : List.of("SHA256withECDSA", "SHA256withECDSAinP1363Format", "NONEwithECDSA")) {
            var signing = Signature.getInstance(algorithm);
            signing.initSign(keys.getPrivate());
            assertThat(signing.getProvider().getName()).isEqualTo("SunEC");
            // Asked for by name, too.
            var here = Signature.getInstance(algorithm, HERE);
            assertThatThrownBy(() -> here.initSign(keys.getPrivate())).isInstanceOf(InvalidKeyException.class);
        }
    }

    @Test
    void a_signature_has_one_encoding() throws Exception {
        var keys = keys("secp256r1");
        byte[] right = signed("SHA256withECDSA", keys);
        var numbers = DERSequence.getInstance(right);
        var r = ASN1Integer.getInstance(numbers.getObjectAt(0)).getPositiveValue();
        var s = ASN1Integer.getInstance(numbers.getObjectAt(1)).getPositiveValue();
        assertThat(verifies("SHA256withECDSA", keys.getPublic(), TEXT, der(r, s)))
                .isTrue();
        for (byte[] wrong : List.of(
                der(BigInteger.ZERO, BigInteger.ZERO),
                der(BigInteger.ZERO, s),
                der(r, BigInteger.ZERO),
                der(ORDER, s),
                der(r.add(ORDER), s),
                der(r, s.add(ORDER)),
                der(r.negate(), s),
                // A number whose leading zero was left out: the JDK takes that.
                der(r.subtract(BigInteger.ONE.shiftLeft(256)), s),
                der(r, s, BigInteger.ONE),
                Arrays.copyOf(right, right.length + 1),
                Arrays.copyOf(right, right.length - 1),
                longLength(right),
                new byte[0])) {
            assertThat(verifies("SHA256withECDSA", keys.getPublic(), TEXT, wrong))
                    .isFalse();
        }
    }

    @Test
    void a_signature_in_xml_is_exactly_sixty_four_bytes() throws Exception {
        var keys = keys("secp256r1");
        byte[] right = signed("SHA256withECDSAinP1363Format", keys);
        assertThat(verifies("SHA256withECDSAinP1363Format", keys.getPublic(), TEXT, right))
                .isTrue();
        for (int length : List.of(0, 63, 65, 128)) {
            byte[] other = Arrays.copyOf(right, length);
            assertThat(verifies("SHA256withECDSAinP1363Format", keys.getPublic(), TEXT, other))
                    .isFalse();
        }
        right[63] ^= 1;
        assertThat(verifies("SHA256withECDSAinP1363Format", keys.getPublic(), TEXT, right))
                .isFalse();
    }

    private static byte[] signed(String algorithm, KeyPair keys) throws GeneralSecurityException {
        var signing = Signature.getInstance(algorithm);
        signing.initSign(keys.getPrivate());
        signing.update(TEXT);
        return signing.sign();
    }

    private static KeyPair keys(String curve) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }

    private static boolean verifies(String algorithm, PublicKey key, byte[] text, byte[] signature)
            throws GeneralSecurityException {
        var verifying = Signature.getInstance(algorithm);
        verifying.initVerify(key);
        assertThat(verifying.getProvider()).isSameAs(HERE);
        verifying.update(text);
        return verifying.verify(signature);
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
