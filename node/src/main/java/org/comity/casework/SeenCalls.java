package org.comity.casework;

import org.comity.vocabulary.Official;

/** Knows which calls of other States an official may no longer be shown. */
public interface SeenCalls {

    /** It was joined to a request that is closed to this official. */
    boolean hides(long call, Official by);
}
