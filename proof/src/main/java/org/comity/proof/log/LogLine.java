package org.comity.proof.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.comity.proof.Malformed;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;
import org.comity.proof.form.SaltedHash;
import org.comity.proof.form.StrictReading;
import org.comity.proof.tree.MerkleTree;
import org.jspecify.annotations.Nullable;

/**
 * One line of a participant's own log. What happened and to whom is under a salted commitment, so that it can be forgotten
 * and the log still holds.
 *
 * @param previous hash of the line before, in hexadecimal; of the first, 64 zeros
 * @param n from 1; the line is leaf n - 1 of the log's tree
 * @param official who did it; null if the node itself did
 * @param commitment to official, subject and facts, under {@code salt}
 */
public record LogLine(
        String previous,
        long n,
        Instant time,
        String what,
        @Nullable String official,
        String subject,
        Map<String, String> facts,
        String salt,
        String commitment) {

    /** What the first line names. */
    public static final String NOTHING_BEFORE = "0".repeat(64);

    private static final Set<String> FIELDS =
            Set.of("previous", "n", "time", "what", "commitment", "official", "subject", "facts", "salt");
    private static final Pattern SALT = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern WHAT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    public static SaltedHash commitment(
            String salt, @Nullable String official, String subject, Map<String, String> facts) {
        var content = new TreeMap<String, Object>();
        content.put("official", official);
        content.put("subject", subject);
        content.put("facts", facts);
        return SaltedHash.of(salt, CanonicalJson.write(content));
    }

    /** What the next line names, in hexadecimal. */
    public static String hash(String previous, long n, Instant time, String what, String commitment) {
        return Digests.sha256(content(previous, n, time, what, commitment));
    }

    /** Whether official, subject and facts are the ones committed to. */
    public boolean opens() {
        return commitment(salt, official, subject, facts).sha256().equals(commitment);
    }

    public String hash() {
        return hash(previous, n, time, what, commitment);
    }

    /** The hash of the line's leaf. */
    public byte[] leaf() {
        return MerkleTree.leaf(content(previous, n, time, what, commitment));
    }

    /** What is hashed of the line, as text: without what is under the commitment. */
    public String hashed() {
        return new String(content(previous, n, time, what, commitment), StandardCharsets.UTF_8);
    }

    private static byte[] content(String previous, long n, Instant time, String what, String commitment) {
        return CanonicalJson.write(
                Map.of("previous", previous, "n", n, "time", time.toString(), "what", what, "commitment", commitment));
    }

    Map<String, Object> json() {
        var json = new TreeMap<String, Object>();
        json.put("previous", previous);
        json.put("n", n);
        json.put("time", time.toString());
        json.put("what", what);
        json.put("official", official);
        json.put("subject", subject);
        json.put("facts", facts);
        json.put("salt", salt);
        json.put("commitment", commitment);
        return json;
    }

    static LogLine read(Map<String, Object> json) {
        StrictReading.only(json, FIELDS);
        if (!(json.get("n") instanceof Number n) || n.longValue() < 1) {
            throw new Malformed("field", "n");
        }
        var facts = new TreeMap<String, String>();
        StrictReading.object("facts", json.get("facts"))
                .forEach((name, value) -> facts.put(name, string("facts", value)));
        var official = json.get("official");
        return new LogLine(
                StrictReading.text(json, "previous", StrictReading.HASH),
                n.longValue(),
                StrictReading.instant(json, "time"),
                StrictReading.text(json, "what", WHAT),
                official == null ? null : string("official", official),
                string("subject", json.get("subject")),
                facts,
                StrictReading.text(json, "salt", SALT),
                StrictReading.text(json, "commitment", StrictReading.HASH));
    }

    private static String string(String field, @Nullable Object value) {
        if (!(value instanceof String text)) {
            throw new Malformed("field", field);
        }
        return text;
    }
}
