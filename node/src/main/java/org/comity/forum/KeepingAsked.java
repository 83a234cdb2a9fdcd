package org.comity.forum;

import java.util.List;
import java.util.Optional;
import org.comity.board.HeldBoards.Beginning;
import org.comity.board.HeldEntry;
import org.comity.board.HeldFollower;
import org.comity.board.Publication;
import org.comity.proof.feed.NumberedFeed;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Keeps what was asked by a day in rooms of other nodes as their boards come, so that talk which follows pushes it nowhere. */
@Component
class KeepingAsked implements HeldFollower {

    private final AskedRows rows;
    private final String self;

    KeepingAsked(AskedRows rows, @Value("${node.id}") String self) {
        this.rows = rows;
        this.self = self;
    }

    @Override
    public String board() {
        return PublishingPosts.BOARD;
    }

    @Override
    public Optional<Beginning> begins(String host) {
        return rows.begins(host) ? Optional.of(new Beginning(host, WritingPosts.POST)) : Optional.empty();
    }

    @Override
    public void came(HeldEntry entry) {
        var topic = SaidOnBoard.topic(entry)
                .flatMap(it -> SaidOnBoard.topic(it, List.of(entry)))
                .filter(this::tells);
        if (topic.isPresent()) rows.keep(entry.publication(), topic.get());
        else rows.drop(entry.publication());
    }

    /** Whether something waits there, or what keeps it from waiting for us. */
    private boolean tells(FollowedHost.Topic topic) {
        var post = topic.posts().getFirst();
        return topic.dueOn() != null || post.accepted() || post.by().equals(self);
    }

    @Override
    public void replaced(Publication by) {
        rows.drop(by);
    }

    @Override
    public void forgotten(String host, NumberedFeed feed) {
        rows.forget(host, feed);
    }
}
