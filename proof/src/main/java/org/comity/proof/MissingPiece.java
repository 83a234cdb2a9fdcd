package org.comity.proof;

/**
 * Names what whoever checks has not brought, and that would let a check be made: found once, told by the command and by a page each in its own way.
 *
 * @param of the participant whose it is; empty where it is nobody's in particular
 */
public record MissingPiece(Kind kind, String of) {

    /** What it is. */
    public enum Kind {
        /** The fingerprint of the certificate with which a participant seals acts. */
        SEAL,
        /** The fingerprint of the certificate with which a participant keeps registers. */
        REGISTER,
        /** That somebody who knows vouches for a seal although the directory has replaced it. */
        REPLACED_SEAL,
        /** The directory entry of a participant that was in force then. */
        ENTRY,
        /** The directory's list of revocations. */
        REVOCATIONS,
        /** The key by which a participant signs revocations. */
        RECOVERY_KEY,
        /** The newest entry of the register, or another party's export. */
        NEWEST_ENTRY,
        /** An earlier state of the log or board. */
        EARLIER_STATE,
        /** The thread in which a key of a seat was given. */
        WHOLE_THREAD
    }

    public static MissingPiece of(Kind kind) {
        return new MissingPiece(kind, "");
    }
}
