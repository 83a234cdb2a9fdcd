package org.comity.cooperation.seat;

import org.comity.directory.Participant;
import org.comity.ui.FormProblems;

/**
 * Shows one seat to officers of its host.
 *
 * @param status as {@code seat.status.…} words it
 * @param act that gives the key, once it is written; else empty
 * @param mayApprove this officer is the second one
 */
public record SeatView(
        String id,
        Participant authority,
        String name,
        String function,
        String person,
        String status,
        boolean copied,
        String act,
        boolean mayApprove,
        FormProblems problems) {

    public boolean is(String other) {
        return status.equals(other);
    }
}
