package org.comity.directory;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.comity.proof.Malformed;

/** ECDSA P-256 with SHA-256, signatures and public keys in base64 (DER): the only ones of the directory. */
final class Signatures {

    private Signatures() {}

    static String sign(byte[] canonical, PrivateKey key) {
        try {
            var signing = Signature.getInstance("SHA256withECDSA");
            signing.initSign(key);
            signing.update(canonical);
            return Base64.getEncoder().encodeToString(signing.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }

    static boolean holds(byte[] canonical, String signature, String key) {
        try {
            var check = Signature.getInstance("SHA256withECDSA");
            check.initVerify(key(key));
            check.update(canonical);
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    static PublicKey key(String base64) {
        try {
            var key = KeyFactory.getInstance("EC")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
            if (key instanceof ECPublicKey point
                    && point.getParams().getCurve().getField().getFieldSize() == 256) {
                return key;
            }
        } catch (GeneralSecurityException | IllegalArgumentException notAKey) {
            // falls through to the one refusal below
        }
        throw new Malformed("key", "not a P-256 public key");
    }

    static String text(PublicKey key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }
}
