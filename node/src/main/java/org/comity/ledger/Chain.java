package org.comity.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.comity.proof.CanonicalJson;
import org.comity.proof.Digests;
import org.comity.proof.Salted;
import org.jspecify.annotations.Nullable;

/**
 * How one line holds the next: each hash covers the hash before and a salted commitment to the content, so a fact can be
 * forgotten and the chain still holds. The hashed bytes are what a leaf of an RFC 9162 tree would be.
 */
final class Chain {

    static final String START = "0".repeat(64);

    private Chain() {}

    static Salted commitment(String salt, @Nullable String official, String subject, Map<String, String> facts) {
        return Salted.of(salt, content(official, subject, facts));
    }

    static String hash(String previous, long n, Instant time, String what, String commitment) {
        return Digests.sha256(CanonicalJson.write(Map.of(
                "previous", previous, "n", n, "time", time.toString(), "what", what, "commitment", commitment)));
    }

    private static byte[] content(@Nullable String official, String subject, Map<String, String> facts) {
        var content = new TreeMap<String, Object>();
        content.put("official", official);
        content.put("subject", subject);
        content.put("facts", facts);
        return CanonicalJson.write(content);
    }
}
