package org.comity.directory;

import java.security.PrivateKey;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.comity.proof.Malformed;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.StrictReading;

/**
 * A participant withdraws its own keys. Signed by the recovery key of the key ceremony, it counts from whomever it comes.
 *
 * @param version the keys of this version and all before are revoked
 * @param effective nothing is accepted from then on
 * @param compromisedSince acts between then and {@code effective} are flagged and need confirmation
 */
public record SignedRevocation(
        String network, String id, long version, Instant effective, Instant compromisedSince, String signature) {

    public static final String FORMAT = "comity-revocation/1";
    public static final int LARGEST = 2_000;

    public static SignedRevocation sign(
            String network, String id, long version, Instant effective, Instant compromisedSince, PrivateKey recovery) {
        var unsigned = new SignedRevocation(network, id, version, effective, compromisedSince, "");
        return new SignedRevocation(
                network,
                id,
                version,
                effective,
                compromisedSince,
                DirectorySignatures.sign(unsigned.signed(), recovery));
    }

    public boolean signedBy(String recoveryKey) {
        return DirectorySignatures.holds(signed(), signature, recoveryKey);
    }

    private byte[] signed() {
        return CanonicalJson.write(values());
    }

    private Map<String, Object> values() {
        var json = new TreeMap<String, Object>();
        json.put("format", FORMAT);
        json.put("network", network);
        json.put("id", id);
        json.put("version", version);
        json.put("effective", effective.toString());
        json.put("compromisedSince", compromisedSince.toString());
        return json;
    }

    public byte[] json() {
        return CanonicalJson.write(Map.of("revocation", values(), "signature", signature));
    }

    public static SignedRevocation read(byte[] json) {
        var root = StrictFields.read(json, LARGEST, "revocation", "signature");
        var fields =
                root.object("revocation").only("format", "network", "id", "version", "effective", "compromisedSince");
        if (!FORMAT.equals(fields.json().get("format"))) {
            throw new Malformed("format", "not " + FORMAT);
        }
        var revocation = new SignedRevocation(
                fields.text("network", StrictReading.HASH),
                fields.text("id", StrictFields.ID),
                fields.positive("version"),
                fields.instant("effective"),
                fields.instant("compromisedSince"),
                root.text("signature", StrictFields.SIGNATURE));
        if (revocation.compromisedSince.isAfter(revocation.effective)) {
            throw new Malformed("field", "compromisedSince");
        }
        return revocation;
    }
}
