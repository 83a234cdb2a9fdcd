package org.comity.directory;

import java.util.Map;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.StrictReading;

/**
 * An operator's signature under a list that another one collated, as it is sent there.
 *
 * @param list its hash
 */
public record Cosignature(String list, Operators.Signature signature) {

    public static final int LARGEST = 2_000;

    public byte[] json() {
        return CanonicalJson.write(
                Map.of("list", list, "operator", signature.operator(), "signature", signature.signature()));
    }

    public static Cosignature read(byte[] json) {
        var fields = StrictFields.read(json, LARGEST, "list", "operator", "signature");
        return new Cosignature(
                fields.text("list", StrictReading.HASH),
                new Operators.Signature(
                        fields.text("operator", StrictFields.SIGNATURE),
                        fields.text("signature", StrictFields.SIGNATURE)));
    }
}
