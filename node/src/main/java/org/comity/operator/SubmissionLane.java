package org.comity.operator;

import org.comity.directory.SignedParticipantEntry;
import org.jspecify.annotations.Nullable;

/** Says how far a submission proves that it comes from the participant whom it names. */
enum SubmissionLane {
    /** Nothing shows that it does: a newcomer, or anybody in an admitted participant's name. */
    STRANGER,
    /** A key of the admitted entry signed or endorsed it, and a person looks at what it changes. */
    PROVEN,
    /** So much that nobody has to look. */
    CONTINUES;

    /** @param revoked the keys of {@code before} are: only its recovery key proves anything still */
    static SubmissionLane of(SignedParticipantEntry signed, @Nullable SignedParticipantEntry before, boolean revoked) {
        var old = before == null ? null : before.entry().keys();
        var keys = signed.entry().keys();
        if (before == null || old == null || keys == null) {
            return STRANGER;
        }
        boolean sameKind = signed.entry().kind() == before.entry().kind();
        boolean byEntryKey = !revoked && (keys.entry().equals(old.entry()) || signed.endorsedBy(old.entry()));
        boolean byRecovery = signed.endorsedBy(old.recovery());
        // What kind it is was admitted by a person, so another kind is too.
        if (sameKind && (byRecovery || byEntryKey && keys.recovery().equals(old.recovery()))) {
            return CONTINUES;
        }
        return byEntryKey || byRecovery ? PROVEN : STRANGER;
    }
}
