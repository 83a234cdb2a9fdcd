package org.comity.exchange;

import java.util.List;
import org.comity.thread.Restoration;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/** Says, after a restore, with whom this node has still to compare its registers. */
public interface ComparisonsDue {

    /**
     * What a counterpart says that it holds; {@code last} if no more follow. Means nothing unless it was asked for just
     * that. Joins the caller's transaction.
     */
    void listed(String counterpart, List<Restoration.Head> heads, boolean last);

    /** Counterparts with a node to which this one is closed; empty on a node that was never restored. */
    List<Closed> closed();

    /**
     * Opens without having compared: on record, by a named official.
     *
     * @throws org.comity.vocabulary.RuleBroken if it is open, or no such counterpart
     */
    void open(String counterpart, Official by);

    /**
     * @param listed the counterpart has said what it holds
     * @param missing threads of which something is still on its way
     */
    record Closed(
            String counterpart,
            boolean listed,
            long missing,
            @Nullable String lastError) {}
}
