package org.comity.evidence.transfer;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.comity.evidence.Item;
import org.comity.proof.Malformed;
import org.comity.proof.act.Attachment;
import org.comity.proof.form.CanonicalJson;

/**
 * What the holder says of an item beside its manifest, on the line and in a bag alike (rule T17 of
 * docs/protocol/transfer.md). It is the holder's word; no act binds it.
 *
 * @param folder where it lay, plain names divided by {@code /}; empty if it was alone
 * @param sealedOnly it is never shown
 */
record ItemName(String name, String mediaType, String folder, boolean sealedOnly) {

    /** Bytes of the canonical JSON. */
    static final int LARGEST = 1 << 12;

    private static final String UNKNOWN_TYPE = "application/octet-stream";
    private static final Set<String> MAY_BE_MISSING = Set.of("folder", "sealedOnly");

    static byte[] json(Item item) {
        var said = new TreeMap<String, Object>(Map.of("mediaType", item.mediaType(), "name", item.name()));
        if (item.sealedOnly()) said.put("sealedOnly", true);
        if (item.folder().isEmpty()) return CanonicalJson.write(said);
        byte[] without = CanonicalJson.write(said);
        said.put("folder", item.folder());
        byte[] json = CanonicalJson.write(said);
        return json.length > LARGEST ? without : json;
    }

    /**
     * What cannot be taken as it is said is as if it had not been said; but what is never to be shown stays so.
     *
     * @param instead the name of one that has none
     */
    static ItemName read(byte[] json, String instead) {
        Map<String, Object> said;
        try {
            said = CanonicalJson.read(json);
        } catch (Malformed e) {
            return new ItemName(instead, UNKNOWN_TYPE, "", false);
        }
        boolean sealedOnly = Boolean.TRUE.equals(said.get("sealedOnly"));
        var keys = new TreeSet<>(said.keySet());
        keys.removeAll(MAY_BE_MISSING);
        if (keys.equals(Set.of("mediaType", "name"))
                && said.get("name") instanceof String name
                && said.get("mediaType") instanceof String type
                && Attachment.allowedName(name)
                && Attachment.allowedMediaType(type)) {
            return new ItemName(name, type, folder(said), sealedOnly);
        }
        return new ItemName(instead, UNKNOWN_TYPE, "", sealedOnly);
    }

    private static String folder(Map<String, Object> said) {
        return said.get("folder") instanceof String folder && Item.allowedFolder(folder) ? folder : "";
    }
}
