package org.comity.proof.form;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Set;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.SignerInformation;
import org.jspecify.annotations.Nullable;

/**
 * Says whether a signature from outside is looked at: by SHA-2, with RSA of 2,048 to 8,192 bits or ECDSA on P-256 to P-521
 * (R64). Weaker ones can be forged; larger keys, or those of DSA that bring their own numbers, take hours to check.
 */
public final class SignatureStrength {

    private static final int SMALLEST_RSA = 2_048;
    private static final int LARGEST_RSA = 8_192;
    private static final int SMALLEST_EC = 256;

    /** Of the largest curve that has a name, P-521. */
    private static final int LARGEST_FIELD = 521;

    private static final Set<String> SHA_2 =
            Set.of("2.16.840.1.101.3.4.2.1", "2.16.840.1.101.3.4.2.2", "2.16.840.1.101.3.4.2.3");

    /** RSA and ECDSA, each with SHA-256, -384 and -512. */
    private static final Set<String> BY_SHA_2 = Set.of(
            "1.2.840.113549.1.1.11",
            "1.2.840.113549.1.1.12",
            "1.2.840.113549.1.1.13",
            "1.2.840.10045.4.3.2",
            "1.2.840.10045.4.3.3",
            "1.2.840.10045.4.3.4");

    /** The same, where the digest is said beside it. */
    private static final Set<String> BY_ITS_DIGEST = Set.of("1.2.840.113549.1.1.1", "1.2.840.10045.2.1");

    private SignatureStrength() {}

    /** Whether the issuer's signature over a certificate is strong enough. */
    public static boolean enough(X509Certificate certificate, PublicKey issuer) {
        return enough(issuer)
                && (BY_SHA_2.contains(certificate.getSigAlgOID())
                        || pss(certificate.getSigAlgOID(), certificate.getSigAlgParams()));
    }

    /** Whether one that is made with this key is strong enough, whatever its digest is. */
    public static boolean enough(PublicKey key) {
        return isTried(key)
                && switch (key) {
                    case RSAPublicKey rsa -> rsa.getModulus().bitLength() >= SMALLEST_RSA;
                    case ECPublicKey ec -> ec.getParams().getOrder().bitLength() >= SMALLEST_EC;
                    default -> false;
                };
    }

    /** Whether a signature under this key can be checked at once: whoever made the file chose the key in it. */
    public static boolean isTried(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> rsa.getModulus().bitLength() <= LARGEST_RSA;
            case ECPublicKey ec -> ec.getParams().getCurve().getField().getFieldSize() <= LARGEST_FIELD;
            default -> false;
        };
    }

    /** Whether this one is strong enough, made with this key. */
    public static boolean enough(SignerInformation signer, PublicKey key) {
        var algorithm = signer.getEncryptionAlgOID();
        return enough(key)
                && SHA_2.contains(signer.getDigestAlgOID())
                && (BY_SHA_2.contains(algorithm)
                        || BY_ITS_DIGEST.contains(algorithm)
                        || pss(algorithm, signer.getEncryptionAlgParams()));
    }

    private static boolean pss(String algorithm, byte @Nullable [] parameters) {
        if (!algorithm.equals(PKCSObjectIdentifiers.id_RSASSA_PSS.getId()) || parameters == null) return false;
        try {
            AlgorithmIdentifier digest = RSASSAPSSparams.getInstance(parameters).getHashAlgorithm();
            return SHA_2.contains(digest.getAlgorithm().getId());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
