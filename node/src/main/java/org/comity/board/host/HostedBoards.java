package org.comity.board.host;

import java.util.List;
import java.util.Optional;
import org.comity.board.BoardSettings;
import org.comity.board.BoardSource;
import org.comity.board.HeldBoards.Beginning;
import org.comity.board.HeldBoards.HeldBoard;
import org.comity.board.HeldEntry;
import org.comity.board.ProvingPublications;
import org.comity.board.ProvingPublications.Proven;
import org.comity.directory.Directory;
import org.comity.proof.feed.Audience;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The boards that this node hosts itself. */
@Component
class HostedBoards implements BoardSource {

    private final HostedRows rows;
    private final FeedHead head;
    private final ProvingPublications proving;
    private final boolean hosts;
    private final String self;

    HostedBoards(
            HostedRows rows,
            FeedHead head,
            Directory directory,
            BoardSettings settings,
            @Value("${node.id}") String self) {
        this.rows = rows;
        this.head = head;
        this.proving = new ProvingPublications(directory);
        this.hosts = settings.host();
        this.self = self;
    }

    @Override
    public List<HeldBoard> boards() {
        return hosts ? rows.boards(self) : List.of();
    }

    @Override
    public List<HeldBoard> elsewhere(String board) {
        return List.of();
    }

    @Override
    public List<HeldBoard> openBoards() {
        return hosts ? rows.openBoards(self) : List.of();
    }

    @Override
    public Optional<HeldBoard> board(String host, String board, boolean open) {
        return ours(host) ? rows.board(self, board, open) : Optional.empty();
    }

    @Override
    public List<HeldEntry> standing(String host, String board, int limit) {
        return ours(host)
                ? rows.standing(board, limit).stream().map(HostedBoards::held).toList()
                : List.of();
    }

    @Override
    public List<HeldEntry> under(String board, List<Beginning> beginnings, int limit) {
        return beginnings.stream()
                .filter(it -> ours(it.host()))
                .flatMap(it -> rows.under(board, it.prefix(), limit).stream())
                .map(HostedBoards::held)
                .toList();
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

    @Override
    public Optional<String> proof(String host, String board, String act, boolean open, @Nullable Long since) {
        if (!ours(host)) return Optional.empty();
        return rows.feeds().stream()
                .filter(it -> !open || it.audience() == Audience.PUBLIC)
                .flatMap(it -> rows.find(it, act).stream())
                .filter(it -> it.publication().board().equals(board))
                .findFirst()
                .flatMap(it -> proof(it, since));
    }

    private Optional<String> proof(HostedRows.Hosted of, @Nullable Long since) {
        var feed = of.publication().feed();
        return proving.proof(
                new Proven(of.k(), of.signed(), of.publication(), of.document().orElse(null)),
                head.certification(feed),
                head.newest(feed),
                since,
                (after, limit) -> rows.after(feed, after, limit).stream()
                        .map(HostedRows.Hosted::signed)
                        .toList());
    }

    private boolean ours(String host) {
        return hosts && host.equals(self);
    }

    private static HeldEntry held(HostedRows.Hosted it) {
        return new HeldEntry(it.k(), it.signed().entry().act(), it.publication(), it.body(), null);
    }
}
