package org.comity.evidence.custody;

import java.time.Duration;

/**
 * When items fall due to be read again, and how fast they are read then, so that none waits longer than it may, however much
 * is held. Should all fall due at one moment, the last of them is read within the time that is left.
 *
 * @param dueAfter since it was read last
 * @param bytesPerSecond all of them together
 */
record ScrubPlan(Duration dueAfter, long bytesPerSecond) {

    /** Opening and closing takes its time too, with a store that is far away above all. */
    private static final Duration AN_ITEM = Duration.ofMillis(100);

    /** Of the time allowed, for the hours in which the node is off or the vault away. */
    private static final int SLACK = 10;

    /** Of the time allowed, two fifths at most for the reading of everything: disks are there for more than this. */
    private static final double READING = 0.4;

    /**
     * @param within every item is read again
     * @param pace bytes a second that are read at least, while something is due
     */
    static ScrubPlan of(Duration within, long pace, Held held) {
        double opening = AN_ITEM.toMillis() / 1000.0 * held.items();
        double most = within.toSeconds() * READING;
        long needed = (long) Math.ceil(held.bytes() / Math.max(1, most - opening));
        long bytesPerSecond = Math.max(pace, needed);
        double takes = Math.min(most, opening + held.bytes() / (double) bytesPerSecond);
        var dueAfter = within.minus(within.dividedBy(SLACK)).minus(Duration.ofMillis((long) (takes * 1000)));
        return new ScrubPlan(dueAfter, bytesPerSecond);
    }

    /** @param bytes of the payloads that are to be read again */
    record Held(long items, long bytes) {}
}
