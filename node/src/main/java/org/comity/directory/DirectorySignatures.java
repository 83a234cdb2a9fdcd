package org.comity.directory;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.comity.proof.Malformed;
import org.comity.proof.form.P256;
import org.comity.proof.form.StrictBase64;

/**
 * Signs and verifies by ECDSA P-256 with SHA-256, signatures and public keys in base64 (DER): the only ones of the directory.
 */
final class DirectorySignatures {

    private DirectorySignatures() {}

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
        var by = key(key);
        try {
            var check = Signature.getInstance("SHA256withECDSA");
            check.initVerify(by);
            check.update(canonical);
            return check.verify(StrictBase64.bytes("signature", signature));
        } catch (GeneralSecurityException | Malformed e) {
            return false;
        }
    }

    static PublicKey key(String base64) {
        try {
            var key = KeyFactory.getInstance("EC")
                    .generatePublic(new X509EncodedKeySpec(StrictBase64.bytes("key", base64)));
            if (P256.has(key)) return key;
        } catch (GeneralSecurityException | Malformed notAKey) {
            // falls through to the one refusal below
        }
        throw new Malformed("key", "not a P-256 public key");
    }

    static String text(PublicKey key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }
}
