package org.comity.directory;

import java.security.PrivateKey;
import java.util.TreeMap;
import org.comity.proof.form.CanonicalJson;
import org.jspecify.annotations.Nullable;

/**
 * An entry signed by the entry key that it names.
 *
 * @param signature by {@code entry.keys().entry()}, or by the recording node's entry key for a counterpart without a node
 * @param endorsement when keys changed: by the entry key of the version before, or by its recovery key; else null
 */
public record SignedParticipantEntry(
        ParticipantEntry entry, String signature, @Nullable String endorsement) {

    public static SignedParticipantEntry sign(ParticipantEntry entry, PrivateKey key) {
        return new SignedParticipantEntry(entry, DirectorySignatures.sign(entry.json(), key), null);
    }

    /** The same with the endorsement of the previous entry key or the recovery key. */
    public SignedParticipantEntry endorse(PrivateKey previousOrRecovery) {
        return new SignedParticipantEntry(entry, signature, DirectorySignatures.sign(entry.json(), previousOrRecovery));
    }

    /** Signed by the key that the entry itself names. */
    public boolean signedByItself() {
        return entry.keys() != null && signedBy(entry.keys().entry());
    }

    public boolean signedBy(String key) {
        return DirectorySignatures.holds(entry.json(), signature, key);
    }

    public boolean endorsedBy(String key) {
        return endorsement != null && DirectorySignatures.holds(entry.json(), endorsement, key);
    }

    public byte[] json() {
        var json = new TreeMap<String, Object>();
        json.put("entry", CanonicalJson.read(entry.json()));
        json.put("signature", signature);
        json.put("endorsement", endorsement);
        return CanonicalJson.write(json);
    }

    public static SignedParticipantEntry read(byte[] json) {
        var root = StrictFields.read(json, ParticipantEntry.LARGEST, "entry", "signature", "endorsement");
        return new SignedParticipantEntry(
                EntryReading.entry(root.object("entry")),
                root.text("signature", StrictFields.SIGNATURE),
                root.textOrNull("endorsement", StrictFields.SIGNATURE));
    }
}
