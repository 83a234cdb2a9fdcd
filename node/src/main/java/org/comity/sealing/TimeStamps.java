package org.comity.sealing;

import java.util.Optional;

/** Somebody else's word for when something existed (RFC 3161). */
public interface TimeStamps {

    /**
     * A time-stamp token (DER) over this SHA-256 digest; nothing if no trusted authority answered in time. Never waits
     * longer than {@code node.tsa.within}.
     */
    Optional<byte[]> over(byte[] sha256);

    /** How it went when the authority was last asked. */
    default Availability standing() {
        return Availability.NONE;
    }

    enum Availability {
        /** No authority is named. */
        NONE,
        NOT_ASKED,
        ANSWERS,
        /** No answer, or one that is not trusted. */
        SILENT
    }
}
