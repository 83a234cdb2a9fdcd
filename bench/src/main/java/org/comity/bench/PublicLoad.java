package org.comity.bench;

import java.util.List;
import java.util.Locale;

/**
 * What h2load wrote down of each request, and what the pages weigh.
 *
 * @param asked requests a second that were to be sent
 * @param sent requests a second that were answered
 * @param failed answered with anything but 200, or not at all
 * @param largestKb of the ten pages, with the sheets of styles and pictures that each loads, unpacked
 */
record PublicLoad(
        int asked,
        double sent,
        long requests,
        long failed,
        double medianMs,
        double p99Ms,
        double mostMs,
        double largestKb) {

    private static final double LONGEST_MS = 100;
    private static final double LARGEST_KB = 60;

    /** What falls behind the rate would wait without being measured, so hardly anything may. */
    private static final double KEPT_UP = 0.99;

    private static final double MICROS = 1_000;

    /** @param lines of its log: start in microseconds, status, time in microseconds */
    static PublicLoad of(int asked, int seconds, List<String> lines, double largestKb) {
        var read = lines.stream()
                .map(it -> it.split("\t"))
                .filter(it -> it.length >= 3)
                .toList();
        long failed = read.stream().filter(it -> !it[1].equals("200")).count();
        var took = new Percentiles(read.stream()
                .filter(it -> it[1].equals("200"))
                .mapToDouble(it -> Long.parseLong(it[2]) / MICROS)
                .toArray());
        if (took.sorted().length == 0) throw new IllegalStateException("no page was answered");
        return new PublicLoad(
                asked,
                (double) (read.size() - failed) / seconds,
                read.size(),
                failed,
                took.median(),
                took.percentile(99),
                took.most(),
                largestKb);
    }

    boolean holds() {
        return failed == 0 && sent >= asked * KEPT_UP && p99Ms < LONGEST_MS && largestKb <= LARGEST_KB;
    }

    String json() {
        return String.format(
                Locale.ROOT,
                "{\"asked\":%d,\"sent\":%.1f,\"requests\":%d,\"failed\":%d,\"medianMs\":%.2f,\"p99Ms\":%.2f,\"mostMs\":%.2f,"
                        + "\"largestKb\":%.1f}",
                asked,
                sent,
                requests,
                failed,
                medianMs,
                p99Ms,
                mostMs,
                largestKb);
    }
}
