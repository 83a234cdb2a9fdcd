package org.comity.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.proof.log.LogLine;
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
     * The last checkpoint, and those of the lines that it covers: all of one tree, whatever is signed meanwhile. Empty
     * before the first checkpoint.
     */
    Optional<CoveredLines> covered(Collection<Long> lines);

    /**
     * @param checkpoint as {@link #checkpoint()} gives it
     * @param lines by their numbers
     */
    record CoveredLines(String checkpoint, Map<Long, CoveredLine> lines) {}

    /** @param path of the line's leaf in the checkpoint's tree, upwards */
    record CoveredLine(LogLine line, List<byte[]> path) {}

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
