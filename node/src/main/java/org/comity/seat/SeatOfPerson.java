package org.comity.seat;

import java.time.Instant;
import org.comity.proof.form.Digests;
import org.jspecify.annotations.Nullable;

/**
 * A person's seat: invited, then with a key, then given by two officers, then confirmed by that key, at last ended.
 *
 * @param person the pseudonym that stands in acts
 * @param key SubjectPublicKeyInfo of the passkey; null until it is made
 * @param copied whether its device says that the key can be copied
 * @param practice the node keeps its passkey itself, which counts only where the node practises
 * @param act that gives the key, once it is written
 * @param thread of the seats of this authority
 * @param given the act that gives the key is registered
 */
// More than twelve: it is the row of a seat, from invitation to end.
record SeatOfPerson(
        String id,
        String authority,
        String name,
        String function,
        String person,
        Instant expiresAt,
        byte @Nullable [] credential,
        byte @Nullable [] key,
        boolean copied,
        boolean practice,
        @Nullable String act,
        @Nullable String submittedBy,
        @Nullable Instant submittedAt,
        @Nullable String thread,
        boolean given,
        boolean confirmed,
        @Nullable Instant endedAt) {

    enum Status {
        INVITED,
        KEY_MADE,
        SUBMITTED,
        GIVEN,
        CONFIRMED,
        ENDED
    }

    public Status status() {
        if (endedAt != null) return Status.ENDED;
        if (confirmed) return Status.CONFIRMED;
        if (given) return Status.GIVEN;
        if (act != null) return Status.SUBMITTED;
        return key == null ? Status.INVITED : Status.KEY_MADE;
    }

    /** SHA-256 of the key, as acts name it; empty until it is made. */
    public String keyHash() {
        return key == null ? "" : Digests.sha256(key);
    }
}
