package org.comity.proof.form;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;

/** Reads a key and checks that it lies on the curve of every key that seals or registers (NIST P-256). */
public final class P256 {

    private static final ECParameterSpec SPECIFICATION;

    static {
        try {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            SPECIFICATION = parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private P256() {}

    /** Whether it is a point of this curve, however its key names the curve. */
    public static boolean has(PublicKey key) {
        return key instanceof ECPublicKey point
                && SPECIFICATION.getCurve().equals(point.getParams().getCurve())
                && SPECIFICATION.getGenerator().equals(point.getParams().getGenerator())
                && SPECIFICATION.getOrder().equals(point.getParams().getOrder());
    }

    /** Reads a SubjectPublicKeyInfo (DER); nothing if it is no key of this curve. */
    public static Optional<PublicKey> key(byte[] der) {
        try {
            return Optional.of(KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der)))
                    .filter(P256::has);
        } catch (GeneralSecurityException notAKey) {
            return Optional.empty();
        }
    }

    public static BigInteger order() {
        return SPECIFICATION.getOrder();
    }
}
