package org.comity.casework.joint;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An act of a joint thread that is written on this node; nothing of it leaves before approval.
 *
 * @param thread null until an opening act is submitted
 * @param convention edition of the law, e.g. {@code uncc/2}
 * @param invites who is asked once the opening act has left
 * @param givenBack why the second officer gave it back, or null
 * @param givenBackBy that officer, or null
 * @param act id of the submitted act, whose bytes no longer change
 */
// More than twelve: the row of a draft.
record JointDraft(
        String id,
        @Nullable String thread,
        String procedure,
        String type,
        String convention,
        Map<String, Object> body,
        Map<String, String> facts,
        List<String> invites,
        Status status,
        long version,
        String writtenBy,
        Instant savedAt,
        @Nullable String submittedBy,
        @Nullable Instant submittedAt,
        @Nullable String givenBack,
        @Nullable String givenBackBy,
        @Nullable Instant givenBackAt,
        @Nullable String act) {

    enum Status {
        WRITING,
        SUBMITTED,
        SENT
    }
}
