package org.comity.cooperation.links;

import java.util.List;
import org.comity.cooperation.Draft;
import org.comity.cooperation.RequestRow;
import org.jspecify.annotations.Nullable;

/**
 * What a request has to do with another.
 *
 * @param followed the one that this request follows, if this node holds it
 * @param names this request names a preservation, whether or not this node holds it
 * @param following requests that follow this preservation
 * @param turn this preservation may be turned into a request
 * @param page on which an officer goes on with the request that was begun
 * @param follower the name of what it may be turned into; empty where it may not
 * @param writing the draft of such a request, or null
 * @param hold the preservation may be held with one press
 * @param holding the draft that holds it, or null
 * @param held what we hold for a request: {@code open}, {@code decided}, {@code elsewhere}; null where we hold nothing
 */
public record FollowsView(
        String reference,
        @Nullable RequestRow followed,
        boolean names,
        List<RequestRow> following,
        boolean turn,
        String page,
        String follower,
        @Nullable Draft writing,
        boolean hold,
        @Nullable Draft holding,
        @Nullable String held) {

    boolean empty() {
        return !names && following.isEmpty() && !turn && held == null;
    }
}
