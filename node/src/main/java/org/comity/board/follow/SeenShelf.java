package org.comity.board.follow;

import org.comity.exchange.PeerShelf;
import org.comity.proof.feed.NumberedFeed;
import org.springframework.stereotype.Component;

/** Tells other participants the newest head that a host showed this node, so that they find out a host with two faces. */
@Component
class SeenShelf implements PeerShelf {

    private final FollowedRows rows;

    SeenShelf(FollowedRows rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return "seen";
    }

    @Override
    public Answer answer(String peer, String path) {
        int slash = path.indexOf('/');
        if (slash < 0) return Answer.nothing();
        return NumberedFeed.of(path.substring(slash + 1))
                .flatMap(it -> rows.find(new FeedName(path.substring(0, slash), it)))
                .map(FollowedFeed::checkpoint)
                .map(Answer::text)
                .orElse(Answer.nothing());
    }
}
