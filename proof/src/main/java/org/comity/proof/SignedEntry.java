package org.comity.proof;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;

/** An entry and the register keeper's ECDSA P-256 / SHA-256 signature (base64, DER) over the entry's canonical form. */
public record SignedEntry(Entry entry, String signature) {

    public boolean signedBy(PublicKey keeper) {
        try {
            var check = Signature.getInstance("SHA256withECDSA");
            check.initVerify(keeper);
            check.update(entry.json());
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** {@code {"entry":…,"signature":…}} in canonical form. */
    public byte[] json() {
        return CanonicalJson.write(Map.of("entry", CanonicalJson.read(entry.json()), "signature", signature));
    }

    public static SignedEntry read(byte[] json) {
        return StrictReading.signedEntry(json);
    }
}
