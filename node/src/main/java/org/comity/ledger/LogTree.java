package org.comity.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Shows the domestic log as a tree (RFC 9162) with signed heads, for whoever keeps a head elsewhere and asks later whether the log was only continued.
 */
public interface LogTree {

    State standing();

    /** The last checkpoint as others read it (c2sp.org/tlog-checkpoint). */
    String checkpoint();

    /**
     * That line {@code n} is in the log of the last checkpoint, as {@code comity verify} reads it (c2sp.org/tlog-proof).
     *
     * @param since the size of an earlier checkpoint that this one shall be shown to continue, or null
     */
    String proof(long n, @Nullable Long since);

    /**
     * @param size lines in the tree
     * @param root of the tree, in hexadecimal
     * @param signed the size of the last checkpoint, 0 before the first
     * @param at when it was signed
     * @param closed after a restore: nothing is signed until the log is open again ({@link LogEpochs})
     */
    record State(
            long size, String root, long signed, @Nullable Instant at, boolean closed) {}
}
