package org.comity.bench;

import java.util.List;
import java.util.Locale;

/** What officers waited for their pages, on the node with many requests and on the one with few. */
record DeskResult(int requests, int few, List<PageTimes> pages) {

    private static final double MOST_RATIO = 1.5;
    private static final double MOST_MS = 300;

    /** In milliseconds, each page asked once a round on each node in turn. */
    record PageTimes(String page, Percentiles many, Percentiles few) {

        double ratio() {
            return many.median() / few.median();
        }
    }

    double worstRatio() {
        return pages.stream().mapToDouble(PageTimes::ratio).max().orElseThrow();
    }

    double slowestMs() {
        return pages.stream().mapToDouble(it -> it.many().percentile(99)).max().orElseThrow();
    }

    boolean holds() {
        return worstRatio() <= MOST_RATIO && slowestMs() <= MOST_MS;
    }

    String json() {
        return String.format(
                Locale.ROOT,
                "{\"requests\":%d,\"few\":%d,\"pages\":%d,\"worstRatio\":%.2f,\"slowestP99Ms\":%.1f}",
                requests,
                few,
                pages.size(),
                worstRatio(),
                slowestMs());
    }
}
