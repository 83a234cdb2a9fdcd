package org.comity.ui;

import java.util.Map;
import org.comity.ui.HealthLine.State;

/** Says how full a disk is, with the same bounds for each of the node's. */
public final class DiskLine {

    private static final long MB = 1L << 20;

    private DiskLine() {}

    /** @param total 0 if nobody can tell */
    public static HealthLine of(String topic, long free, long total) {
        if (total == 0) {
            return unreadable(topic);
        }
        long percent = free * 100 / total;
        var facts = Map.<String, Object>of("free", free / MB, "percent", percent);
        if (free < 500 * MB || percent < 3) {
            return HealthLine.of(topic, State.BAD, "full", facts);
        }
        return percent < 10
                ? HealthLine.of(topic, State.LOOK, "filling", facts)
                : HealthLine.of(topic, State.GOOD, "free", facts);
    }

    public static HealthLine unreadable(String topic) {
        return HealthLine.of(topic, State.BAD, "unreadable", Map.of());
    }
}
