package org.comity.ledger;

import java.util.Optional;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/**
 * Opens a new epoch of a log that came back from a backup and may have lost lines whose head somebody holds. It takes lines as ever, and signs none until it is open again: under its old origin if nothing was lost, else under the origin of a new epoch.
 */
public interface LogEpochs {

    /** Empty if the log signs. */
    Optional<Closed> closed();

    /**
     * An administrator brings the last checkpoint that anybody is known to hold.
     *
     * @return true if all its lines are here and the log is open again; false if it shows a loss
     */
    boolean show(String checkpoint, Official by);

    /** This officer may ask for a new epoch, or confirm what another one asked for. */
    boolean mayBegin(Closed closed, Official by);

    /** @return true if this was the second officer and a new epoch begins */
    boolean begin(Official by);

    /**
     * @param size lines that came back
     * @param shown lines of the largest head that was brought and is not of this log, or null
     * @param first officer who asked for a new epoch, or null
     */
    record Closed(long size, @Nullable Long shown, @Nullable String first) {}
}
