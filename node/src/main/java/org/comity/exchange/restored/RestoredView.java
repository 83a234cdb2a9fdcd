package org.comity.exchange.restored;

import java.util.List;
import org.comity.exchange.Comparing;
import org.comity.ledger.Epochs;
import org.comity.thread.Restoration;
import org.jspecify.annotations.Nullable;

/**
 * @param last null on a node that was never restored
 * @param log null if the log is signed
 */
public record RestoredView(
        Restoration.@Nullable Restored last, List<Comparing.Closed> closed, Epochs.@Nullable Closed log) {}
