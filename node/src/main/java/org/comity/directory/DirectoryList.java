package org.comity.directory;

import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.comity.proof.CanonicalJson;
import org.comity.proof.Digests;
import org.comity.proof.Malformed;

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

    public Directory.Position position() {
        return new Directory.Position(sequence, hash());
    }

    public Signed sign(PrivateKey operator) {
        return new Signed(this, DirectorySignatures.sign(json(), operator));
    }

    /** The list with the operator's signature over its canonical form. */
    public record Signed(DirectoryList list, String signature) {

        public boolean signedFor(Network network) {
            return list.network.equals(network.id())
                    && DirectorySignatures.holds(list.json(), signature, network.operator());
        }

        public byte[] json() {
            return CanonicalJson.write(Map.of("list", CanonicalJson.read(list.json()), "signature", signature));
        }

        public static Signed read(byte[] json) {
            var root = StrictFields.read(json, LARGEST, "list", "signature");
            return new Signed(
                    DirectoryList.reading(root.object("list")), root.text("signature", StrictFields.SIGNATURE));
        }
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
                json.text("network", StrictFields.HASH),
                json.positive("sequence"),
                json.text("previous", StrictFields.HASH),
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
                json.text("id", StrictFields.ID), json.positive("version"), json.text("hash", StrictFields.HASH));
    }
}
