package org.comity.board;

import java.time.Instant;
import java.util.Map;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.form.Digests;

/** Says to whom this node handed what it shows to single participants. */
public interface HandedToParticipants {

    /**
     * The newest form that a participant took.
     *
     * @param body its {@link #hash}
     */
    record Handed(Instant at, String body) {}

    /** By participant, what it took of this subject; it may have changed since. */
    Map<String, Handed> of(String board, String subject);

    /** For good: the subject itself is deleted. */
    void forget(String board, String subject);

    static String hash(Map<String, ?> body) {
        return Digests.sha256(CanonicalJson.write(body));
    }
}
