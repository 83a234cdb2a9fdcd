package org.comity.casework;

import java.time.Instant;
import org.comity.directory.Participant;
import org.comity.ui.ListPage;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/** Knows the calls of other States that officers took down and nobody has dealt with yet. */
public interface OpenCalls {

    /** The first page of them: life at risk first, then the oldest. */
    ListPage<OpenCall> open(Official by);

    /**
     * @param other whom the caller spoke for, or null where the directory does not know it
     * @param authority as the caller named it; may be empty
     * @param life the caller says that life is at risk
     * @param rungBack the authority was rung at its own number, and said that the call was its own
     */
    record OpenCall(
            long id, @Nullable Participant other, String authority, boolean life, Instant at, boolean rungBack) {}
}
