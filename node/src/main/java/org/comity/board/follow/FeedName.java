package org.comity.board.follow;

import org.comity.proof.feed.Audience;
import org.comity.proof.feed.NumberedFeed;

/** One feed: of which host, for whom, and which of those that continue each other. */
record FeedName(String host, NumberedFeed feed) {

    /** The first before this audience. */
    FeedName(String host, Audience audience) {
        this(host, NumberedFeed.first(audience));
    }

    String word() {
        return feed.word();
    }

    String path(String what) {
        return "feed/%s/%s".formatted(word(), what);
    }
}
