package org.comity.conference.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came by an act for a list of a session; what it says, and every name in it, stands in its thread.
 *
 * @param act that said it
 * @param item of the agenda, if it is about one
 */
record SessionPart(
        long id,
        String session,
        String act,
        String thread,
        Kind kind,
        String voice,
        @Nullable Integer item,
        Instant came) {

    /** For which list it is. */
    enum Kind {
        DELEGATION,
        FLOOR,
        STATEMENT
    }
}
