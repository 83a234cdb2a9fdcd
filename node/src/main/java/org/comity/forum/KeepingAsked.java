package org.comity.forum;

import java.util.List;
import org.comity.board.HeldBoards;
import org.comity.board.HeldBoards.Beginning;
import org.comity.board.HeldEntry;
import org.comity.board.HeldFollower;
import org.comity.board.Publication;
import org.comity.proof.feed.NumberedFeed;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps what was asked by a day in rooms of other nodes as their boards come, so that talk which follows pushes it nowhere. */
@Component
class KeepingAsked implements HeldFollower {

    private static final int LOOKED_BACK = 500;

    private final HeldBoards boards;
    private final AskedRows rows;
    private final String self;

    KeepingAsked(HeldBoards boards, AskedRows rows, @Value("${node.id}") String self) {
        this.boards = boards;
        this.rows = rows;
        this.self = self;
    }

    /** After a start, of the newest that came before anything was kept of them. */
    @EventListener(ApplicationReadyEvent.class)
    void lookBack() {
        var beginnings = boards.elsewhere(board()).stream()
                .map(it -> new Beginning(it.host(), WritingPosts.POST))
                .toList();
        if (!beginnings.isEmpty())
            boards.under(board(), beginnings, LOOKED_BACK).forEach(this::came);
    }

    @Override
    public String board() {
        return PublishingPosts.BOARD;
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
