package org.comity.board.pages;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.comity.board.BoardRefused;
import org.comity.board.HeldBoards;
import org.comity.board.HeldBoards.HeldBoard;
import org.comity.board.HeldEntry;
import org.comity.board.HostsFollowed;
import org.comity.board.HostsFollowed.Contradiction;
import org.comity.directory.Directory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws the list of boards and one board, as this node holds them; who has not signed in sees only what is public. */
@Component
class ReadingBoardPages {

    static final int MOST = 200;

    private final HeldBoards boards;
    private final HostsFollowed hosts;
    private final Directory directory;

    ReadingBoardPages(HeldBoards boards, HostsFollowed hosts, Directory directory) {
        this.boards = boards;
        this.hosts = hosts;
        this.directory = directory;
    }

    BoardsView all(String language, boolean signedIn) {
        var held = signedIn ? boards.all() : boards.open();
        var feeds = hosts.feeds();
        var ids = new TreeSet<String>();
        held.forEach(it -> ids.add(it.host()));
        if (signedIn) feeds.forEach(it -> ids.add(it.host()));
        return new BoardsView(ids.stream()
                .map(it -> new BoardsView.OfHost(
                        it,
                        name(it, language),
                        own(it),
                        HostLine.of(it, feeds).orElse(null),
                        held.stream().filter(each -> each.host().equals(it)).toList(),
                        signedIn ? hosts.contradictions(it) : List.<Contradiction>of()))
                .toList());
    }

    BoardView board(String host, String name, String language, boolean signedIn) {
        var board = find(host, name, signedIn).orElseThrow(BoardRefused::unknown);
        var entries = standing(host, name, signedIn).stream()
                .map(it -> new BoardView.Entry(
                        it.title(language),
                        it.subject(),
                        it.publication().kind(),
                        it.label().word(),
                        it.publication().time(),
                        it.act(),
                        it.body() != null,
                        BodyRow.of(it.body())))
                .toList();
        var line = HostLine.of(host, hosts.feeds()).orElse(null);
        return new BoardView(board, name(host, language), line, entries, MOST);
    }

    List<HeldEntry> standing(String host, String name, boolean signedIn) {
        return signedIn ? boards.standing(host, name, MOST) : boards.open(host, name, MOST);
    }

    /** Who has not signed in gets a proof of what is before everybody alone. */
    String proof(String host, String name, String act, boolean signedIn, @Nullable Long since) {
        return boards.proof(host, name, act, !signedIn, since).orElseThrow(BoardRefused::unknown);
    }

    Optional<HeldBoard> find(String host, String name, boolean signedIn) {
        return (signedIn ? boards.all() : boards.open())
                .stream()
                        .filter(it -> it.host().equals(host) && it.name().equals(name))
                        .findFirst();
    }

    private boolean own(String host) {
        return directory.self().id().equals(host);
    }

    private String name(String id, String language) {
        @Nullable String name = directory.find(id).map(it -> it.name(language)).orElse(null);
        return Objects.requireNonNullElse(name, id);
    }
}
