package org.comity.forum;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a moderator did, and what came of an appeal against it. */
// More than twelve: it is the row of one thing done by a moderator, with its appeal.
public record DoneModeration(
        long id,
        long post,
        ModerationStep action,
        String reason,
        String words,
        String by,
        Instant at,
        @Nullable String appeal,
        @Nullable Instant appealedAt,
        @Nullable Instant decidedAt,
        @Nullable Boolean lifted,
        @Nullable String decision) {

    public boolean appealed() {
        return appealedAt != null && decidedAt == null;
    }
}
