package org.comity.ledger;

import java.time.Duration;

/**
 * How long this node has run, all its starts together: measured without the clock on the wall, which may be wrong, and kept
 * over restarts. It never goes backwards and stands still while the node does.
 */
public interface RunningTime {

    Duration total();
}
