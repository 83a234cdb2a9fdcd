package org.comity.bench;

import java.util.Locale;

/**
 * Reports what an exchange run found. Ratios compare rounds that stand side by side, so that other work on the machine hits both.
 *
 * @param missing acts without an entry on either node, or whose export does not stand the independent check
 * @param ratios of each round: acts a second of the nodes by messages a second of bare phase4
 * @param under milliseconds from approve to entry verified, with others under way
 * @param alone the same, one act at a time, without the first
 * @param first the same, of the first act after both nodes said that they are warm
 * @param readyMs from the start of one node to its pages, on a database that is there
 */
record ExchangeResult(
        int acts,
        int atOnce,
        int missing,
        int sealedBytes,
        int carriedBytes,
        Percentiles ratios,
        Percentiles perSecond,
        Percentiles barePerSecond,
        Percentiles under,
        Percentiles alone,
        double first,
        long readyMs,
        long warmMs) {

    private static final double LEAST_RATIO = 0.5;
    private static final double MOST_FIRST = 5;

    boolean holds() {
        return missing == 0 && ratios.median() >= LEAST_RATIO && firstToMedian() <= MOST_FIRST;
    }

    double firstToMedian() {
        return first / alone.median();
    }

    String json() {
        return String.format(
                Locale.ROOT,
                "{\"throughputRatio\":%.2f,\"ratioLeast\":%.2f,\"ratioMost\":%.2f,\"acts\":%d,\"missing\":%d,\"atOnce\":%d,"
                        + "\"sealedBytes\":%d,\"carriedBytes\":%d,\"actsPerSecond\":%.1f,\"barePerSecond\":%.1f,"
                        + "\"p50Ms\":%.0f,\"p99Ms\":%.0f,\"aloneP50Ms\":%.0f,\"aloneP99Ms\":%.0f,\"firstMs\":%.0f,"
                        + "\"firstToMedian\":%.2f,\"readyMs\":%d,\"warmMs\":%d}",
                ratios.median(),
                ratios.least(),
                ratios.most(),
                acts,
                missing,
                atOnce,
                sealedBytes,
                carriedBytes,
                perSecond.median(),
                barePerSecond.median(),
                under.median(),
                under.percentile(99),
                alone.median(),
                alone.percentile(99),
                first,
                firstToMedian(),
                readyMs,
                warmMs);
    }
}
