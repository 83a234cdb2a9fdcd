package org.comity.board.follow;

import java.util.List;
import java.util.Optional;
import org.comity.board.BoardSource;
import org.comity.board.HeldBoards.HeldBoard;
import org.comity.board.HeldEntry;
import org.springframework.stereotype.Component;

/** The boards that this node follows, as it holds them: no host is asked when somebody reads. */
@Component
class FollowedBoards implements BoardSource {

    private final HeldRows rows;

    FollowedBoards(HeldRows rows) {
        this.rows = rows;
    }

    @Override
    public List<HeldBoard> boards() {
        return rows.boards();
    }

    @Override
    public List<HeldBoard> openBoards() {
        return rows.openBoards();
    }

    @Override
    public List<HeldEntry> standing(String host, String board, int limit) {
        return rows.standing(host, board, limit);
    }

    @Override
    public List<HeldEntry> open(String host, String board, int limit) {
        return rows.open(host, board, limit);
    }

    @Override
    public Optional<HeldEntry> standing(String host, String board, String subject) {
        return rows.standing(host, board, subject);
    }
}
