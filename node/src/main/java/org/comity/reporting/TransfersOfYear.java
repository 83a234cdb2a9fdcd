package org.comity.reporting;

import org.comity.casework.OnwardTransfers;

/** The onward transfers of one year. */
public record TransfersOfYear(int year, OnwardTransfers.OfYear register) {

    public int most() {
        return OnwardTransfers.MOST;
    }
}
