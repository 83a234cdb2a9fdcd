package org.comity.casework;

import java.util.Map;
import org.comity.procedure.RequestRow;
import org.jspecify.annotations.Nullable;

/** The request for assistance that a preservation of ours announced, Art. 42(3)(f). */
public interface AnnouncedRequests {

    /** The step that makes it, as {@link RequestRow#next()} and the request's pages name it. */
    String STEP = "announced";

    /** It was announced, the other State takes such requests, and none follows. */
    boolean awaited(RequestRow preservation, Map<String, Object> opening);

    /** What stands in place of a step once it is made: we wait for what they decide on it. */
    String AWAITED = "awaited";

    /** One was made, and they have not decided on it. */
    default boolean undecided(RequestRow preservation) {
        return false;
    }

    /** Is this next step none of the acts of the procedure? */
    static boolean none(@Nullable String next) {
        return STEP.equals(next) || AWAITED.equals(next);
    }
}
