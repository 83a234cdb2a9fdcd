package org.comity.proof.feed;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.comity.proof.Malformed;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.StrictReading;
import org.comity.proof.log.LineProof;
import org.comity.proof.log.LogProof;
import org.comity.proof.log.Note;
import org.comity.proof.register.SignedEntry;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the extra line of the proof of one publication: the entry that the host signed, the envelope that it names, and
 * who vouches for the keys; nothing of the rest of the board.
 *
 * @param publication its envelope
 * @param document what was published, with its salt; null if it is not told here
 * @param key the note by which the host's seal key certifies the key of this feed
 * @param certificates of the seal key, then those above it
 * @param register certificates of the key of registers that signed the entry, then those above it
 * @param since null if nobody asked
 */
public record PublicationProof(
        SignedEntry signed,
        Map<String, Object> publication,
        @Nullable Map<String, Object> document,
        String key,
        List<X509Certificate> certificates,
        List<X509Certificate> register,
        LineProof.@Nullable Since since) {

    private static final String FORMAT = "comity-publication-proof/1";
    private static final Set<String> MEMBERS =
            Set.of("format", "signed", "publication", "document", "key", "certificates", "register", "since");

    /**
     * @param index of the entry in the feed, from 0
     * @param path of its leaf in the head's tree
     */
    public LogProof in(Note head, long index, List<byte[]> path) {
        var json = new TreeMap<String, Object>();
        json.put("format", FORMAT);
        json.put("signed", CanonicalJson.read(signed.json()));
        json.put("publication", publication);
        json.put("document", document);
        json.put("key", key);
        json.put("certificates", LineProof.written(certificates));
        json.put("register", LineProof.written(register));
        json.put("since", since == null ? null : since.json());
        return new LogProof(CanonicalJson.write(json), index, path, head);
    }

    public static boolean isIn(LogProof proof) {
        return FORMAT.equals(CanonicalJson.read(proof.extra()).get("format"));
    }

    public static PublicationProof read(LogProof proof) {
        var json = CanonicalJson.read(proof.extra());
        StrictReading.only(json, MEMBERS);
        if (!(json.get("key") instanceof String key)) {
            throw new Malformed("field", "key");
        }
        return new PublicationProof(
                SignedEntry.read(CanonicalJson.write(StrictReading.object("signed", json.get("signed")))),
                StrictReading.object("publication", json.get("publication")),
                json.get("document") == null ? null : StrictReading.object("document", json.get("document")),
                key,
                LineProof.certificates("certificates", json.get("certificates")),
                LineProof.certificates("register", json.get("register")),
                LineProof.Since.read(json.get("since")));
    }
}
