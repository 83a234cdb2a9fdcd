package org.comity.casework.links;

import java.util.List;
import org.comity.directory.Participant;
import org.comity.procedure.Draft;
import org.comity.procedure.Redirection;
import org.comity.procedure.RequestRow;
import org.jspecify.annotations.Nullable;

/**
 * What a request has to do with another.
 *
 * @param law the procedure of this request
 * @param followed the one that this request follows, if this node holds it
 * @param names this request names another, whether or not this node holds it
 * @param following requests that follow this one, newest first
 * @param more follow it than these
 * @param turnings what it may be turned into
 * @param hold the followed one may be held with one press
 * @param holding the draft that holds it, or null
 * @param sendOn it is for somebody else, and can be sent on to them; or null
 * @param held what we hold for a request: {@code open}, {@code decided}, {@code elsewhere}; null where we hold nothing
 */
public record FollowsView(
        String reference,
        String law,
        @Nullable RequestRow followed,
        boolean names,
        List<RequestRow> following,
        boolean more,
        List<Turning> turnings,
        boolean hold,
        @Nullable Draft holding,
        @Nullable SendOn sendOn,
        @Nullable String held) {

    /**
     * @param law what it is turned into, as messages name it
     * @param page on which an officer goes on with it
     * @param writing its draft, or null
     */
    public record Turning(String law, String page, @Nullable Draft writing) {}

    /**
     * @param named for whom it is, as the other State wrote it
     * @param to whom it can be sent; the one that was named first
     * @param writing its draft, or null
     */
    public record SendOn(
            Redirection named,
            List<Participant> to,
            String chosen,
            @Nullable Draft writing) {}

    /** The request that it follows said the same to somebody else before. */
    public boolean again() {
        return followed != null && followed.law().equals(law);
    }

    boolean empty() {
        return !names && following.isEmpty() && turnings.isEmpty() && held == null && sendOn == null;
    }
}
