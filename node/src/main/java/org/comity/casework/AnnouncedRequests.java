package org.comity.casework;

import java.util.Map;
import org.comity.procedure.RequestRow;

/** The request for assistance that a preservation of ours announced, Art. 42(3)(f). */
public interface AnnouncedRequests {

    /** The step that makes it, as {@link RequestRow#next()} and the request's pages name it. */
    String STEP = "announced";

    /** It was announced, the other State takes such requests, and none follows. */
    boolean awaited(RequestRow preservation, Map<String, Object> opening);
}
