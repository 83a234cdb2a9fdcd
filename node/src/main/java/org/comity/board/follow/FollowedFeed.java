package org.comity.board.follow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far this node follows a feed.
 *
 * @param size entries that are held
 * @param checkpoint the newest that was taken, as its host signed it
 * @param certification of the key by which its host signs the heads, as the host's seal key signed it
 * @param heard when the host last answered with what could be taken, new or not
 * @param compared when others were last asked what the host showed them
 * @param failing code of what is in the way now; empty if nothing
 * @param stopped code of why nothing is taken any more until an administrator begins anew; empty if it goes on
 */
record FollowedFeed(
        FeedName name,
        Instant since,
        long size,
        @Nullable String checkpoint,
        @Nullable String certification,
        @Nullable Instant heard,
        @Nullable Instant compared,
        String failing,
        @Nullable Instant failingSince,
        String stopped,
        @Nullable Instant stoppedAt) {

    boolean isStopped() {
        return !stopped.isEmpty();
    }
}
