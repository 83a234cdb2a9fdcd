package org.comity.exchange.restored;

import java.util.List;
import org.comity.exchange.ComparisonsDue;
import org.comity.ledger.LogEpochs;
import org.comity.thread.Restoration;
import org.jspecify.annotations.Nullable;

/**
 * @param last null on a node that was never restored
 * @param log null if the log is signed
 * @param mayBegin this reader may ask for a new epoch of it, or confirm it
 */
public record RestoredView(
        Restoration.@Nullable Restored last,
        List<ComparisonsDue.Closed> closed,
        LogEpochs.@Nullable Closed log,
        boolean mayBegin) {}
