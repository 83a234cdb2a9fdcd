package org.comity.proof.form;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;

/** Signs and verifies by ECDSA P-256 with SHA-256, signatures in DER. */
public final class P256Signature {

    private static final String ALGORITHM = "SHA256withECDSA";

    private P256Signature() {}

    /** @param parts what is signed, one behind the other */
    public static byte[] sign(PrivateKey key, byte[]... parts) {
        try {
            var signing = Signature.getInstance(ALGORITHM);
            signing.initSign(key);
            for (byte[] part : parts) signing.update(part);
            return signing.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }

    public static boolean holds(byte[] signed, byte[] signature, PublicKey by) {
        return holds(signed, signature, check -> check.initVerify(by));
    }

    /** Whose critical key usage, if it has one, must include signatures. */
    public static boolean holds(byte[] signed, byte[] signature, Certificate by) {
        return holds(signed, signature, check -> check.initVerify(by));
    }

    private static boolean holds(byte[] signed, byte[] signature, Beginning by) {
        try {
            var check = Signature.getInstance(ALGORITHM);
            by.begin(check);
            check.update(signed);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private interface Beginning {
        void begin(Signature check) throws GeneralSecurityException;
    }
}
