package org.comity.bench;

import java.util.Locale;

/**
 * @param thin bytes of the payload by what a line of 64 kbit/s carries in the time
 * @param thinToCurl seconds of one curl by ours, same line
 * @param shaped by the kernel; else by a relay
 * @param loss seconds of four parallel curl ranges by ours
 * @param acts seconds in which a line of 64 kbit/s carries sixteen sealed acts, by those until the last is registered
 * @param actsSeconds those
 * @param again bytes that came twice, by one second of the line for each kill
 */
record ThinLineFound(
        double thin,
        double thinToCurl,
        boolean shaped,
        double loss,
        double again,
        double acts,
        double actsSeconds,
        int kills,
        long seed) {

    private static final double LEAST_THIN = 0.9;
    private static final double LEAST_LOSS = 0.8;
    private static final double LEAST_ACTS = 0.5;

    boolean holds() {
        return thin >= LEAST_THIN && loss >= LEAST_LOSS && again <= 1 && acts >= LEAST_ACTS;
    }

    String json() {
        return String.format(
                Locale.ROOT,
                "{\"thinRatio\":%.3f,\"thinToCurl\":%.2f,\"shapedBy\":\"%s\",\"lossRatio\":%.2f,\"againRatio\":%.2f,"
                        + "\"actsRatio\":%.2f,\"actsSeconds\":%.1f,"
                        + "\"kills\":%d,\"seed\":%d}",
                thin,
                thinToCurl,
                shaped ? "tc tbf" : "relay",
                loss,
                again,
                acts,
                actsSeconds,
                kills,
                seed);
    }
}
