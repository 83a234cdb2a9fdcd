package org.comity.board.follow;

import java.util.List;
import java.util.Optional;
import org.comity.board.BoardSource;
import org.comity.board.HeldBoards.Beginning;
import org.comity.board.HeldBoards.HeldBoard;
import org.comity.board.HeldEntry;
import org.comity.board.ProvingPublications;
import org.comity.board.ProvingPublications.Proven;
import org.comity.directory.Directory;
import org.comity.proof.feed.Audience;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The boards that this node follows, as it holds them: no host is asked when somebody reads. */
@Component
class FollowedBoards implements BoardSource {

    private final HeldRows rows;
    private final FollowedRows feeds;
    private final ProvingPublications proving;

    FollowedBoards(HeldRows rows, FollowedRows feeds, Directory directory) {
        this.rows = rows;
        this.feeds = feeds;
        this.proving = new ProvingPublications(directory);
    }

    @Override
    public List<HeldBoard> boards() {
        return rows.boards();
    }

    @Override
    public List<HeldBoard> elsewhere(String board) {
        return rows.boards(board);
    }

    @Override
    public List<HeldBoard> openBoards() {
        return rows.openBoards();
    }

    @Override
    public Optional<HeldBoard> board(String host, String board, boolean open) {
        return rows.board(host, board, open);
    }

    @Override
    public List<HeldEntry> standing(String host, String board, int limit) {
        return rows.standing(host, board, limit);
    }

    @Override
    public List<HeldEntry> under(String board, List<Beginning> beginnings, int limit) {
        return rows.under(board, beginnings, limit);
    }

    @Override
    public List<HeldEntry> open(String host, String board, int limit) {
        return rows.open(host, board, limit);
    }

    @Override
    public Optional<HeldEntry> standing(String host, String board, String subject) {
        return rows.standing(host, board, subject);
    }

    @Override
    public Optional<String> proof(String host, String board, String act, boolean open, @Nullable Long since) {
        return feeds.all().stream()
                .filter(it -> it.name().host().equals(host))
                .filter(it -> !open || it.name().feed().audience() == Audience.PUBLIC)
                .flatMap(it -> rows.find(it.name(), board, act).flatMap(found -> proof(it, found, since)).stream())
                .findFirst();
    }

    /** Under the newest head that was taken: whoever has the file needs neither us nor the host. */
    private Optional<String> proof(FollowedFeed feed, Proven found, @Nullable Long since) {
        var certification = feed.certification();
        var checkpoint = feed.checkpoint();
        return certification == null || checkpoint == null
                ? Optional.empty()
                : proving.proof(
                        found,
                        certification,
                        checkpoint,
                        since,
                        (after, limit) -> rows.entries(feed.name(), after, limit));
    }
}
