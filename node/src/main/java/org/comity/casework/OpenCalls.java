package org.comity.casework;

import java.time.Instant;
import java.util.List;
import org.comity.directory.Participant;
import org.comity.ui.ListPage;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/** Knows the calls of other States that officers took down and that belong to no request. */
public interface OpenCalls {

    /** The first page of them: life at risk first, then the oldest. */
    ListPage<OpenCall> open(Official by);

    /** Where this was said, the newest first; of very many calls the newest are looked at, and at most twenty are found. */
    List<CallSaid> saying(String text, Official by);

    /**
     * @param other whom the caller spoke for, or null where the directory does not know it
     * @param authority as the caller named it; may be empty
     * @param life the caller says that life is at risk
     * @param rungBack the authority was rung at its own number, and said that the call was its own
     */
    record OpenCall(
            long id, @Nullable Participant other, String authority, boolean life, Instant at, boolean rungBack) {}

    /** @param said all that was typed of it */
    record CallSaid(long id, @Nullable Participant other, Instant at, String said) {}
}
