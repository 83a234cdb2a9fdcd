package org.comity.board.follow;

import org.comity.proof.feed.Audience;

/** One feed: of which host, for whom. */
record FeedName(String host, Audience audience) {

    String path(String what) {
        return "feed/%s/%s".formatted(audience.word(), what);
    }
}
