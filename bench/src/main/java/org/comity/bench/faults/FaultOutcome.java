package org.comity.bench.faults;

import org.comity.bench.NodeComparison;
import org.jspecify.annotations.Nullable;

/**
 * Says what became of one fault.
 *
 * @param registers both, compared after it; null if it was not played
 * @param unhealed in a sentence what did not hold or come back; null if it healed
 * @param notPlayed in a sentence why not; null if it was
 * @param seconds from its end until everything approved was registered on both nodes
 */
record FaultOutcome(
        String kind,
        @Nullable NodeComparison registers,
        @Nullable String unhealed,
        @Nullable String notPlayed,
        double seconds) {

    static FaultOutcome notPlayed(String kind, String why) {
        return new FaultOutcome(kind, null, null, why, 0);
    }

    boolean played() {
        return notPlayed == null;
    }

    /** Without any act nothing is shown, so it does not count as healed. */
    boolean healed() {
        return played() && unhealed == null && registers != null && registers.acts() > 0;
    }
}
