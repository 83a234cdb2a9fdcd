package org.comity.directory;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.comity.proof.Malformed;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;
import org.comity.proof.form.StrictReading;

/**
 * Who is admitted, in which version: the operator's word on admission, and on nothing else.
 *
 * @param network the root's hash
 * @param sequence 1, 2, 3 …
 * @param previous hash of list {@code sequence - 1}; 64 zeros for the first
 * @param validUntil at most seven days after {@code issued}
 */
public record DirectoryList(
        String network, long sequence, String previous, Instant issued, Instant validUntil, List<Line> lines) {

    public static final String FORMAT = "comity-directory/1";
    public static final Duration VALIDITY = Duration.ofDays(7);
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    public static final int LARGEST = 1_000_000;
    public static final int MOST_ENTRIES = 2_000;
    public static final String NOTHING_BEFORE = "0".repeat(64);

    public DirectoryList {
        lines = List.copyOf(lines);
    }

    /** One admitted entry: {@code hash} is {@link ParticipantEntry#hash()}. */
    public record Line(String id, long version, String hash) {

        public static Line of(SignedParticipantEntry admitted) {
            var entry = admitted.entry();
            return new Line(entry.id(), entry.version(), entry.hash());
        }
    }

    /** It bears a time that has not come yet, by more than clocks differ: no node takes it before then. */
    public boolean early(Instant now) {
        return issued.isAfter(now.plus(CLOCKS_DIFFER));
    }

    public byte[] json() {
        var json = new TreeMap<String, Object>();
        json.put("format", FORMAT);
        json.put("network", network);
        json.put("sequence", sequence);
        json.put("previous", previous);
        json.put("issued", issued.toString());
        json.put("validUntil", validUntil.toString());
        json.put(
                "entries",
                lines.stream()
                        .map(it -> Map.<String, Object>of("id", it.id, "version", it.version, "hash", it.hash))
                        .toList());
        return CanonicalJson.write(json);
    }

    public String hash() {
        return Digests.sha256(json());
    }

    /** Of a network whose operators never changed: one signature, by the key that the root names. */
    public Signed sign(PrivateKey operator) {
        return new Signed(
                this, List.of(new Operators.Signature("", DirectorySignatures.sign(json(), operator))), List.of());
    }

    /** By one of several; it holds once enough of them have signed. */
    public Operators.Signature sign(PublicKey operator, PrivateKey key) {
        return new Operators.Signature(DirectorySignatures.text(operator), DirectorySignatures.sign(json(), key));
    }

    /**
     * The list with what makes it hold.
     *
     * @param signatures over its canonical form; without changes one, which names no operator
     * @param changes of operators since the root, all of them, in their order
     */
    public record Signed(DirectoryList list, List<Operators.Signature> signatures, List<OperatorsChange> changes) {

        public Signed {
            signatures = List.copyOf(signatures);
            changes = List.copyOf(changes);
        }

        public boolean signedFor(Network network) {
            return list.network.equals(network.id()) && signedBy(network);
        }

        private boolean signedBy(Network network) {
            if (changes.isEmpty()) {
                return signatures.size() == 1
                        && DirectorySignatures.holds(
                                list.json(), signatures.getFirst().signature(), network.operator());
            }
            return OperatorsChange.last(network, changes)
                    .filter(it -> it.signed(list.json(), signatures))
                    .isPresent();
        }

        /** So many signatures make it hold. */
        public int threshold() {
            return changes.isEmpty() ? 1 : changes.getLast().operators().threshold();
        }

        /** It knows every change that the earlier one knew: nobody who was replaced comes back. */
        public boolean knowsChangesOf(Signed earlier) {
            return changes.size() >= earlier.changes.size()
                    && changes.subList(0, earlier.changes.size()).stream()
                            .map(OperatorsChange::hash)
                            .toList()
                            .equals(earlier.changes.stream()
                                    .map(OperatorsChange::hash)
                                    .toList());
        }

        public byte[] json() {
            var said = CanonicalJson.read(list.json());
            if (changes.isEmpty()) {
                return CanonicalJson.write(
                        Map.of("list", said, "signature", signatures.getFirst().signature()));
            }
            return CanonicalJson.write(Map.of(
                    "list",
                    said,
                    "operators",
                    changes.stream().map(OperatorsChange::within).toList(),
                    "signatures",
                    signatures.stream().map(Operators.Signature::json).toList()));
        }

        public static Signed read(byte[] json) {
            var root = StrictFields.read(json, LARGEST);
            if (root.has("signature")) {
                root.only("list", "signature");
                var one = new Operators.Signature("", root.text("signature", StrictFields.SIGNATURE));
                return new Signed(DirectoryList.reading(root.object("list")), List.of(one), List.of());
            }
            root.only("list", "operators", "signatures");
            var changes = root.list("operators", OperatorsChange.MOST).stream()
                    .map(it -> OperatorsChange.read(StrictFields.of("operators", it)))
                    .toList();
            if (changes.isEmpty()) throw new Malformed("field", "operators");
            return new Signed(
                    DirectoryList.reading(root.object("list")), Operators.Signature.read(root, "signatures"), changes);
        }
    }

    /** As it stands before it is signed, for whoever is asked to sign it. */
    public static DirectoryList read(byte[] json) {
        return reading(StrictFields.read(json, LARGEST));
    }

    private static DirectoryList reading(StrictFields json) {
        json.only("format", "network", "sequence", "previous", "issued", "validUntil", "entries");
        if (!FORMAT.equals(json.json().get("format"))) {
            throw new Malformed("format", "not " + FORMAT);
        }
        var lines = json.list("entries", MOST_ENTRIES).stream()
                .map(it -> line(StrictFields.of("entries", it)))
                .toList();
        var seen = new HashSet<String>();
        if (!lines.stream().allMatch(it -> seen.add(it.id))) {
            throw new Malformed("twice", "entries");
        }
        var list = new DirectoryList(
                json.text("network", StrictReading.HASH),
                json.positive("sequence"),
                json.text("previous", StrictReading.HASH),
                json.instant("issued"),
                json.instant("validUntil"),
                lines);
        if (!list.validUntil.isAfter(list.issued) || list.validUntil.isAfter(list.issued.plus(VALIDITY))) {
            throw new Malformed("field", "validUntil");
        }
        return list;
    }

    private static Line line(StrictFields json) {
        json.only("id", "version", "hash");
        return new Line(
                json.text("id", StrictFields.ID), json.positive("version"), json.text("hash", StrictReading.HASH));
    }
}
