package org.comity.directory;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;
import org.comity.vocabulary.ParticipantKind;
import org.comity.vocabulary.StateParty;
import org.jspecify.annotations.Nullable;

/**
 * What a participant says of itself in one version of its entry; the fields are those of {@link Participant}.
 *
 * @param network the root's hash
 * @param version 1, 2, 3 …
 * @param previous hash of the version before; 64 zeros for the first
 * @param keys that sign entries; null for a counterpart without a node, which others record
 * @param saidKind null where it says none: then it is the contact point of a State
 */
// More than twelve: entry.json has so many members.
public record ParticipantEntry(
        String network,
        String id,
        long version,
        String previous,
        Instant signedAt,
        Map<String, String> names,
        Map<String, String> capitals,
        ZoneId zone,
        Participant.@Nullable NodeAddress node,
        @Nullable SigningKeys keys,
        List<String> languages,
        String phone,
        String mail,
        String hours,
        Map<String, String> functions,
        StateProfile profile,
        @Nullable ParticipantKind saidKind) {

    public static final String FORMAT = "comity-entry/1";
    public static final int LARGEST = 100_000;

    public ParticipantEntry {
        names = Map.copyOf(names);
        capitals = Map.copyOf(capitals);
        languages = List.copyOf(languages);
        functions = Map.copyOf(functions);
    }

    public ParticipantKind kind() {
        return saidKind == null ? ParticipantKind.CONTACT_POINT : saidKind;
    }

    /**
     * Base64 of SubjectPublicKeyInfo, P-256.
     *
     * @param entry signs each version
     * @param recovery offline since the key ceremony: signs a new entry key when the old one is lost, and revocations
     */
    public record SigningKeys(String entry, String recovery) {}

    public byte[] json() {
        return CanonicalJson.write(EntryWriting.json(this));
    }

    public String hash() {
        return Digests.sha256(json());
    }

    public StateParty state() {
        return new StateParty(StateParty.codeOf(id));
    }

    public Participant participant(Instant validUntil) {
        return new Participant(
                id,
                state(),
                names,
                capitals,
                zone,
                node,
                languages,
                phone,
                mail,
                hours,
                functions,
                profile,
                version,
                signedAt,
                validUntil,
                kind());
    }

    /** Reads the unsigned form, strictly. */
    public static ParticipantEntry read(byte[] json) {
        return EntryReading.entry(StrictFields.read(json, LARGEST));
    }
}
