package org.comity.board.pages;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.comity.board.BoardRefused;
import org.comity.board.BodyRow;
import org.comity.board.HeldBoards;
import org.comity.board.HeldBoards.HeldBoard;
import org.comity.board.HeldEntry;
import org.comity.board.HostLine;
import org.comity.board.HostsFollowed;
import org.comity.board.HostsFollowed.Contradiction;
import org.comity.board.ShownBoards;
import org.comity.board.ShownBoards.ShownEntry;
import org.comity.directory.Directory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws the list of boards and one board, as this node holds them; who has not signed in sees only what is public. */
@Component
class ReadingBoardPages {

    static final int MOST = 200;

    private final HeldBoards boards;
    private final HostsFollowed hosts;
    private final ShownBoards shown;
    private final Directory directory;

    ReadingBoardPages(HeldBoards boards, HostsFollowed hosts, ShownBoards shown, Directory directory) {
        this.boards = boards;
        this.hosts = hosts;
        this.shown = shown;
        this.directory = directory;
    }

    BoardsView all(String language, boolean signedIn) {
        var held = held(signedIn);
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
                        it.label().word(),
                        it.publication().time(),
                        it.act(),
                        it.body() != null,
                        BodyRow.of(it.body())))
                .toList();
        var line = HostLine.of(host, hosts.feeds()).orElse(null);
        var alone = shown(host, name, signedIn).stream()
                .map(it -> new BoardView.Shown(
                        it.body().get("title") instanceof String title ? title : it.subject(),
                        it.subject(),
                        it.since(),
                        BodyRow.of(it.body())))
                .toList();
        return new BoardView(board, name(host, language), line, entries, alone, MOST);
    }

    List<HeldEntry> standing(String host, String name, boolean signedIn) {
        return signedIn ? boards.standing(host, name, MOST) : boards.open(host, name, MOST);
    }

    /** Who has not signed in gets a proof of what is before everybody alone. */
    String proof(String host, String name, String act, boolean signedIn, @Nullable Long since) {
        return boards.proof(host, name, act, !signedIn, since).orElseThrow(BoardRefused::unknown);
    }

    Optional<HeldBoard> find(String host, String name, boolean signedIn) {
        @Nullable HeldBoard held = boards.find(host, name, !signedIn).orElse(null);
        for (var each : shown(host, name, signedIn)) held = with(held, each);
        return Optional.ofNullable(held);
    }

    /** Nobody who has not signed in reads what a host shows to us alone. */
    List<ShownEntry> shown(String host, String name, boolean signedIn) {
        return signedIn ? shown.of(host, name) : List.of();
    }

    /** What a host shows to us alone counts too, also on a board of which nobody else sees anything. */
    List<HeldBoard> held(boolean signedIn) {
        if (!signedIn) return boards.open();
        var held = new TreeMap<String, HeldBoard>();
        boards.all().forEach(it -> held.put(key(it.host(), it.name()), it));
        for (var each : shown.all()) {
            held.compute(key(each.host(), each.board()), (_, known) -> with(known, each));
        }
        return List.copyOf(held.values());
    }

    private static HeldBoard with(@Nullable HeldBoard known, ShownEntry each) {
        return known == null
                ? new HeldBoard(each.host(), each.board(), 1, each.since(), each.since())
                : new HeldBoard(known.host(), known.name(), known.standing() + 1, known.news(), known.since());
    }

    /** A host's id has no blank, so the order is that of hosts, then of boards. */
    private static String key(String host, String name) {
        return host + " " + name;
    }

    private boolean own(String host) {
        return directory.self().id().equals(host);
    }

    private String name(String id, String language) {
        @Nullable String name = directory.find(id).map(it -> it.name(language)).orElse(null);
        return Objects.requireNonNullElse(name, id);
    }
}
