package org.comity.exchange.quota;

import java.io.IOException;

/** Measures how much of a disk is left. */
interface DiskRoom {

    Space left() throws IOException;

    record Space(long usable, long total) {

        /** So many bytes more would take of the part that stays free. */
        boolean reserved(long bytes, int percent) {
            return percent > 0 && usable - bytes < total / 100 * percent;
        }
    }
}
