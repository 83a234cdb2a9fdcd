package org.comity.exchange.quota;

import java.io.IOException;

/** How much of a disk is left. */
interface Room {

    Left left() throws IOException;

    record Left(long usable, long total) {

        /** So many bytes more would take of the part that stays free. */
        boolean reserved(long bytes, int percent) {
            return percent > 0 && usable - bytes < total / 100 * percent;
        }
    }
}
