package org.comity.proof;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.EllipticCurve;

/** The curve of every key that seals or registers (NIST P-256). */
final class P256 {

    static final EllipticCurve CURVE;
    static final BigInteger ORDER;

    static {
        try {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            var specification = parameters.getParameterSpec(ECParameterSpec.class);
            CURVE = specification.getCurve();
            ORDER = specification.getOrder();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private P256() {}
}
