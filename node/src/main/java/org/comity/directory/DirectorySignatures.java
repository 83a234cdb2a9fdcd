package org.comity.directory;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Base64;
import org.comity.proof.Malformed;
import org.comity.proof.form.P256;
import org.comity.proof.form.P256Signature;
import org.comity.proof.form.StrictBase64;

/**
 * Signs and verifies by ECDSA P-256 with SHA-256, signatures and public keys in base64 (DER): the only ones of the directory.
 */
final class DirectorySignatures {

    private DirectorySignatures() {}

    static String sign(byte[] canonical, PrivateKey key) {
        return Base64.getEncoder().encodeToString(P256Signature.sign(key, canonical));
    }

    static boolean holds(byte[] canonical, String signature, String key) {
        var by = key(key);
        try {
            return P256Signature.holds(canonical, StrictBase64.bytes("signature", signature), by);
        } catch (Malformed e) {
            return false;
        }
    }

    static PublicKey key(String base64) {
        try {
            var key = P256.key(StrictBase64.bytes("key", base64));
            if (key.isPresent()) return key.get();
        } catch (Malformed notBase64) {
            // falls through to the one refusal below
        }
        throw new Malformed("key", "not a P-256 public key");
    }

    static String text(PublicKey key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }
}
