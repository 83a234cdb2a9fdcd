package org.comity.casework.disputes;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.comity.directory.Participant;
import org.comity.procedure.RequestRow;
import org.comity.ui.FormProblems;
import org.comity.ui.SeenMark;
import org.jspecify.annotations.Nullable;

/**
 * A request whose registers differ.
 *
 * @param settlement proposed or agreed, or null
 * @param proposer by name; {@code second} likewise, empty while none agreed
 * @param maySecond this reader may agree to the settlement now
 * @param mayContinue our State asks, so it may open a new request that goes on with this one
 * @param words as typed; {@code continuedIn} likewise
 */
// More than twelve: its template shows each.
public record DisputeView(
        RequestRow row,
        Participant other,
        String why,
        List<Proof> proofs,
        @Nullable Settlement settlement,
        String proposer,
        String second,
        boolean mayPropose,
        boolean maySecond,
        boolean mayContinue,
        boolean passkeyRequired,
        String words,
        String continuedIn,
        FormProblems problems) {

    /** What a form on this page carries of the settlement that stands on it. */
    public String mark() {
        return settlement == null ? SeenMark.NOTHING : settlement.mark();
    }

    /**
     * Two entries that cannot both stand, field by field as they were signed.
     *
     * @param ours the entry that we hold in its place, or that our own fold expected there; empty when there is none
     */
    public record Proof(String why, Instant keptAt, Map<String, String> ours, Map<String, String> theirs) {}
}
