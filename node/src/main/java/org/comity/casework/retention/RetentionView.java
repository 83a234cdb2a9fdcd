package org.comity.casework.retention;

import java.time.Instant;
import org.comity.casework.LegalHolds;
import org.comity.thread.JointThreadKeeping;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the words of a request, or of a joint thread.
 *
 * @param base path of its page
 * @param words with which the keys of messages begin that say what it is: empty of a request, {@code joint.}
 * @param days after its end, by the rule; null without a rule
 * @param goes when they go, once it has ended and a rule is set; else null
 * @param kept why they stay although they would go: last part of a message key, or null
 * @param forgottenAt when they were deleted, or null
 * @param deletedBefore what was deleted before something else was said that is here, or null
 * @param quiet whether it is open, and nothing was said in it for as long as its words would stay
 * @param heldBy name of the lawyer, or null
 */
public record RetentionView(
        String base,
        String words,
        @Nullable Long days,
        @Nullable Instant goes,
        @Nullable String kept,
        @Nullable Instant forgottenAt,
        JointThreadKeeping.@Nullable DeletedBefore deletedBefore,
        boolean quiet,
        LegalHolds.@Nullable Hold hold,
        @Nullable String heldBy,
        boolean mayHold) {}
