package org.comity.proof.item;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.comity.proof.Malformed;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;

/**
 * What an item is, in one document that an act can name by its hash: the plain whole, the payload, the key and for whom
 * it is wrapped. Rules I10 to I18 of docs/protocol/items.md.
 *
 * @param commitment to the file key, see {@link ItemKey#commitment}
 */
public record ItemManifest(String commitment, Payload payload, Plain plain, List<Recipient> recipients) {

    public static final String FORMAT = "comity-item/1";
    public static final int MOST_RECIPIENTS = 64;

    public ItemManifest {
        recipients = List.copyOf(recipients);
    }

    /** @throws Malformed with a code of docs/protocol */
    public static ItemManifest read(byte[] json) {
        return ItemReading.manifest(json);
    }

    /** Canonical form. */
    public byte[] json() {
        return CanonicalJson.write(Map.of(
                "commitment", commitment,
                "format", FORMAT,
                "payload", Map.of("root", payload.root, "size", payload.size),
                "plain", Map.of("sha256", plain.sha256, "size", plain.size),
                "recipients", recipients.stream().map(Recipient::json).toList()));
    }

    /** SHA-256 of the canonical form: what an act names. */
    public String sha256() {
        return Digests.sha256(json());
    }

    /** The same item, wrapped for others. */
    public ItemManifest with(List<Recipient> others) {
        return new ItemManifest(commitment, payload, plain, others);
    }

    /**
     * @param root of the tree over its segments
     * @param size in bytes: nonce and sealed chunks
     */
    public record Payload(String root, long size) {
        byte[] rootBytes() {
            return HexFormat.of().parseHex(root);
        }
    }

    /** @param size in bytes */
    public record Plain(String sha256, long size) {}

    /** Why the key is wrapped for somebody. */
    public enum Purpose {
        HOLDER,
        RECEIVER,
        RECOVERY
    }

    /**
     * @param participant whose key it is
     * @param header SHA-256 of the header that wraps the file key for it
     */
    public record Recipient(String participant, Purpose purpose, String header) {

        public static Recipient of(String participant, Purpose purpose, byte[] header) {
            return new Recipient(participant, purpose, Digests.sha256(header));
        }

        Map<String, Object> json() {
            return Map.of(
                    "header", header,
                    "participant", participant,
                    "purpose", purpose.name().toLowerCase(java.util.Locale.ROOT));
        }
    }
}
