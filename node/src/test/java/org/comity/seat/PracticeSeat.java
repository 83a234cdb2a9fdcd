package org.comity.seat;

import org.comity.thread.Procedure;

/** The procedure by which seats are given, for tests in other folders. */
public final class PracticeSeat {

    private PracticeSeat() {}

    public static Procedure procedure() {
        return new SeatProcedure();
    }
}
