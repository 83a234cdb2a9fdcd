package org.comity.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Reports what an evidence run found, one line a size; the ratios in front are those of the size that did worst.
 */
record EvidenceResult(List<Size> sizes, long seed) {

    private static final double LEAST_SEAL = 0.4;
    private static final double LEAST_MATCH = 0.5;
    private static final double LEAST_TRANSFER = 0.5;
    private static final double MOST_GROWTH = 1.15;

    /**
     * @param seals of each round: seconds of {@code age | sha256sum} by seconds of sealing
     * @param matches of each round: seconds of {@code age -d | sha256sum} by seconds of matching
     * @param toDisk MB a second when sealed to the disk and forced there, once
     * @param residentMb the most that the process of this size ever held
     * @param transfers of each round: seconds of curl and sha256sum by seconds of fetching
     * @param transferResidentMb the most that either end of the transfer held
     */
    record Size(
            int megabytes,
            Percentiles seals,
            Percentiles matches,
            double sealMbs,
            double matchMbs,
            double toDisk,
            long residentMb,
            Percentiles transfers,
            double transferMbs,
            long transferResidentMb) {

        String json() {
            return String.format(
                    Locale.ROOT,
                    "{\"mb\":%d,\"sealRatio\":%.2f,\"sealLeast\":%.2f,\"sealMost\":%.2f,\"sealMBs\":%.0f,\"matchRatio\":%.2f,"
                            + "\"matchLeast\":%.2f,\"matchMost\":%.2f,\"matchMBs\":%.0f,\"toDiskMBs\":%.0f,\"rssMb\":%d,"
                            + "\"transferRatio\":%.2f,\"transferLeast\":%.2f,\"transferMost\":%.2f,\"transferMBs\":%.0f,"
                            + "\"transferRssMb\":%d}",
                    megabytes,
                    seals.median(),
                    seals.least(),
                    seals.most(),
                    sealMbs,
                    matches.median(),
                    matches.least(),
                    matches.most(),
                    matchMbs,
                    toDisk,
                    residentMb,
                    transfers.median(),
                    transfers.least(),
                    transfers.most(),
                    transferMbs,
                    transferResidentMb);
        }
    }

    double sealRatio() {
        return sizes.stream().mapToDouble(it -> it.seals().median()).min().orElseThrow();
    }

    double matchRatio() {
        return sizes.stream().mapToDouble(it -> it.matches().median()).min().orElseThrow();
    }

    double transferRatio() {
        return sizes.stream().mapToDouble(it -> it.transfers().median()).min().orElseThrow();
    }

    double growth() {
        return Math.max(
                (double) sizes.getLast().residentMb() / sizes.getFirst().residentMb(),
                (double) sizes.getLast().transferResidentMb() / sizes.getFirst().transferResidentMb());
    }

    boolean holds() {
        return sealRatio() >= LEAST_SEAL
                && matchRatio() >= LEAST_MATCH
                && transferRatio() >= LEAST_TRANSFER
                && growth() <= MOST_GROWTH;
    }

    String json() {
        return String.format(
                        Locale.ROOT,
                        "{\"sealRatio\":%.2f,\"matchRatio\":%.2f,\"transferRatio\":%.2f,\"rssGrowthRatio\":%.2f,\"seed\":%d,\"sizes\":",
                        sealRatio(),
                        matchRatio(),
                        transferRatio(),
                        growth(),
                        seed)
                + sizes.stream().map(Size::json).collect(Collectors.joining(",", "[", "]}"));
    }
}
