package org.comity.directory;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.comity.proof.Malformed;

/**
 * Says who signs the lists of a directory, and how many of them must: m of n.
 *
 * @param keys public keys, base64 of SubjectPublicKeyInfo, no two alike
 * @param threshold so many of them make a list hold
 */
public record Operators(List<String> keys, int threshold) {

    /** As many bodies as meet in a room. */
    public static final int MOST = 9;

    public Operators {
        keys = List.copyOf(keys);
        if (keys.isEmpty() || keys.size() > MOST || new HashSet<>(keys).size() != keys.size()) {
            throw new Malformed("operators", "1 to %d keys, no two alike".formatted(MOST));
        }
        if (threshold < 1 || threshold > keys.size()) {
            throw new Malformed("operators", "as many signatures as there are keys at most");
        }
        keys.forEach(DirectorySignatures::key);
    }

    /** Those of a network whose operators never changed. */
    static Operators of(Network root) {
        return new Operators(List.of(root.operator()), 1);
    }

    /** What one operator says: under these bytes, with this key. */
    public record Signature(String operator, String signature) {

        Map<String, Object> json() {
            return Map.of("operator", operator, "signature", signature);
        }

        static List<Signature> read(StrictFields json, String field) {
            return json.list(field, MOST).stream()
                    .map(it -> StrictFields.of(field, it).only("operator", "signature"))
                    .map(it -> new Signature(
                            it.text("operator", StrictFields.SIGNATURE), it.text("signature", StrictFields.SIGNATURE)))
                    .toList();
        }
    }

    /** Enough of them signed, each counted once. */
    boolean signed(byte[] canonical, List<Signature> signatures) {
        return signatures.stream()
                        .filter(it -> holds(canonical, it))
                        .map(Signature::operator)
                        .collect(Collectors.toSet())
                        .size()
                >= threshold;
    }

    /** One of them signed this. */
    public boolean holds(byte[] canonical, Signature one) {
        return keys.contains(one.operator()) && DirectorySignatures.holds(canonical, one.signature(), one.operator());
    }
}
