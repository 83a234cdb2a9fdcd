package org.comity.board.host;

import java.util.List;
import java.util.Optional;
import org.comity.board.BoardSettings;
import org.comity.board.BoardSource;
import org.comity.board.HeldBoards.HeldBoard;
import org.comity.board.HeldEntry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The boards that this node hosts itself. */
@Component
class HostedBoards implements BoardSource {

    private final HostedRows rows;
    private final boolean hosts;
    private final String self;

    HostedBoards(HostedRows rows, BoardSettings settings, @Value("${node.id}") String self) {
        this.rows = rows;
        this.hosts = settings.host();
        this.self = self;
    }

    @Override
    public List<HeldBoard> boards() {
        return hosts ? rows.boards(self) : List.of();
    }

    @Override
    public List<HeldBoard> openBoards() {
        return hosts ? rows.openBoards(self) : List.of();
    }

    @Override
    public List<HeldEntry> standing(String host, String board, int limit) {
        return ours(host)
                ? rows.standing(board, limit).stream().map(HostedBoards::held).toList()
                : List.of();
    }

    @Override
    public List<HeldEntry> open(String host, String board, int limit) {
        return ours(host)
                ? rows.open(board, limit).stream().map(HostedBoards::held).toList()
                : List.of();
    }

    @Override
    public Optional<HeldEntry> standing(String host, String board, String subject) {
        return ours(host) ? rows.standing(board, subject).map(HostedBoards::held) : Optional.empty();
    }

    private boolean ours(String host) {
        return hosts && host.equals(self);
    }

    private static HeldEntry held(HostedRows.Hosted it) {
        return new HeldEntry(it.k(), it.signed().entry().act(), it.publication(), it.body(), null);
    }
}
