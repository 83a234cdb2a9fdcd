package org.comity.proof.register;

import java.security.PublicKey;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.comity.proof.Malformed;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.P256Signature;
import org.comity.proof.form.StrictBase64;
import org.comity.proof.form.StrictReading;

/** An entry and the register keeper's ECDSA P-256 / SHA-256 signature (base64, DER) over the entry's canonical form. */
public record SignedEntry(Entry entry, String signature) {

    private static final int LONGEST_SIGNATURE = 200;

    public boolean signedBy(PublicKey keeper) {
        try {
            return P256Signature.holds(entry.json(), Base64.getDecoder().decode(signature), keeper);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    /** {@code {"entry":…,"signature":…}} in canonical form. */
    public byte[] json() {
        return CanonicalJson.write(Map.of("entry", CanonicalJson.read(entry.json()), "signature", signature));
    }

    /** Strictly; {@link Malformed} if it is none. */
    public static SignedEntry read(byte[] json) {
        var root = CanonicalJson.read(json);
        StrictReading.only(root, Set.of("entry", "signature"));
        var entry = StrictReading.object(root, "entry");
        StrictReading.only(
                entry, Set.of("network", "thread", "n", "previous", "act", "container", "time", "effect", "state"));
        if (!(entry.get("n") instanceof Number n) || n.longValue() < 1) {
            throw new Malformed("field", "n");
        }
        if (!(root.get("signature") instanceof String signature) || signature.length() > LONGEST_SIGNATURE) {
            throw new Malformed("field", "signature");
        }
        StrictBase64.bytes("signature", signature);
        return new SignedEntry(
                new Entry(
                        StrictReading.text(entry, "network", StrictReading.HASH),
                        StrictReading.text(entry, "thread", StrictReading.THREAD),
                        n.longValue(),
                        StrictReading.text(entry, "previous", StrictReading.HASH),
                        StrictReading.text(entry, "act", StrictReading.HASH),
                        StrictReading.text(entry, "container", StrictReading.HASH),
                        StrictReading.instant(entry, "time"),
                        StrictReading.text(entry, "effect", StrictReading.NAME),
                        StrictReading.text(entry, "state", StrictReading.HASH)),
                signature);
    }
}
