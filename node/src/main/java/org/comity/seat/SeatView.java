package org.comity.seat;

import java.util.List;
import org.comity.directory.Participant;
import org.comity.paper.TypedValues;
import org.comity.ui.FormProblems;
import org.jspecify.annotations.Nullable;

/**
 * Shows one seat to officers of its host.
 *
 * @param authority null once it stands in no list of this network any more: its seat can still be ended
 * @param status as {@code seat.status.…} words it
 * @param act that gives the key, once it is written; else empty
 * @param doubtful what was given with an ended key after that was lost
 * @param contested what the authority says of what was recorded for it
 * @param typed what somebody typed who is told of errors
 * @param mayApprove this officer is the second one
 */
// More than twelve: its template shows each.
public record SeatView(
        String id,
        @Nullable Participant authority,
        String name,
        String function,
        String status,
        boolean copied,
        String act,
        boolean mayApprove,
        List<Doubtful> doubtful,
        List<Contested> contested,
        TypedValues typed,
        FormProblems problems) {

    /** @param reference of its thread */
    public record Doubtful(String reference, String act) {}

    /** @param act by which the authority says so, {@code acts} that it does not recognise */
    public record Contested(String type, java.time.Instant at, String text, String act, List<Doubtful> acts) {}

    public boolean is(String other) {
        return status.equals(other);
    }
}
