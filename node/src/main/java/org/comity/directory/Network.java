package org.comity.directory;

import java.security.PublicKey;
import java.time.Instant;
import java.util.Map;
import org.comity.proof.Malformed;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;

/**
 * A directory's root: who its operator is. Its hash names the network in every act, so an act of a practice network can
 * never be replayed in earnest.
 *
 * @param name of the directory, as its operator calls it
 * @param operator the operator's public key, base64 of its SubjectPublicKeyInfo (P-256)
 * @param practice made-up States only
 */
public record Network(String name, String operator, boolean practice, Instant created) {

    public static final String FORMAT = "comity-network/1";
    public static final int LARGEST = 2_000;
    static final int LONGEST_NAME = 120;

    public static Network of(String name, PublicKey operator, boolean practice, Instant created) {
        return new Network(name, DirectorySignatures.text(operator), practice, created);
    }

    /** Lower-case hex SHA-256 of the canonical form. */
    public String id() {
        return Digests.sha256(json());
    }

    public byte[] json() {
        return CanonicalJson.write(Map.of(
                "format", FORMAT,
                "name", name,
                "operator", operator,
                "practice", practice,
                "created", created.toString()));
    }

    public static Network read(byte[] json) {
        var fields = StrictFields.read(json, LARGEST, "format", "name", "operator", "practice", "created");
        if (!FORMAT.equals(fields.json().get("format"))) {
            throw new Malformed("format", "not " + FORMAT);
        }
        var network = new Network(
                fields.text("name", LONGEST_NAME),
                fields.text("operator", 400),
                fields.flag("practice"),
                fields.instant("created"));
        DirectorySignatures.key(network.operator);
        return network;
    }
}
