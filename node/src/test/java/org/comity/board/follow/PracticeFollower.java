package org.comity.board.follow;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.sql.DataSource;
import org.comity.board.BoardSettings;
import org.comity.board.BoardSource;
import org.comity.board.HeldBoards.Beginning;
import org.comity.board.HeldEntry;
import org.comity.board.HeldFollower;
import org.comity.board.PracticeHosts;
import org.comity.board.PracticeLines;
import org.comity.board.Publication;
import org.comity.directory.Directory;
import org.comity.exchange.PeerShelf;
import org.comity.proof.feed.Audience;
import org.comity.proof.feed.NumberedFeed;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The follower's side of a node, without Spring. */
final class PracticeFollower {

    final PracticeHosts.Recorded recorded = new PracticeHosts.Recorded();
    final FollowedRows rows;
    final KeepingFollowed keeping;
    final BoardSource held;
    final PeerShelf seen;
    final ShownRows shownRows;
    /** What came to boards of the treaty, and what went from them. */
    final List<String> heard = new ArrayList<>();
    /** Whether who hears it has heard nothing of its host yet. */
    boolean unheard;
    /** What happens while it is told of what stands. */
    Runnable told = () -> {};

    final JdbcClient db;
    private final FollowingHosts following;

    PracticeFollower(String self, DataSource source, PracticeLines lines, Clock clock) {
        this(self, source, lines, clock, PracticeHosts.seenBy(self), List.of(PracticeHosts.HOST));
    }

    PracticeFollower(
            String self,
            DataSource source,
            PracticeLines lines,
            Clock clock,
            Directory directory,
            List<String> follow) {
        db = JdbcClient.create(source);
        rows = new FollowedRows(db);
        var bodies = new HeldRows(db);
        var hearing = new HeldFollower() {
            @Override
            public String board() {
                return "treaty";
            }

            @Override
            public Optional<Beginning> begins(String host) {
                return unheard ? Optional.of(new Beginning(host, "X")) : Optional.empty();
            }

            @Override
            public void came(HeldEntry entry) {
                told.run();
                heard.add("came %s %s".formatted(entry.subject(), entry.title("en")));
            }

            @Override
            public void replaced(Publication by) {
                heard.add("replaced " + by.subject());
            }

            @Override
            public void forgotten(String host, NumberedFeed feed) {
                heard.add("forgotten " + feed.word());
            }
        };
        keeping = new KeepingFollowed(rows, bodies, List.of(hearing), recorded, clock);
        var taking = new TakingFeed(rows, bodies, keeping, new HostKeys(directory, clock), directory, clock);
        shownRows = new ShownRows(db, clock);
        var shown = new TakingShown(new KeepingShown(shownRows, clock));
        var settings = new BoardSettings(false, follow, Duration.ofMinutes(5), Duration.ofSeconds(20), 3);
        following = new FollowingHosts(
                taking, shown, keeping, rows, lines.of(self), directory, settings, clock, new Random(13));
        held = new FollowedBoards(bodies, rows, directory);
        seen = new SeenShelf(rows);
        lines.put(self, seen);
    }

    void turn() {
        following.turn();
    }

    FollowedFeed feed(Audience audience) {
        return rows.find(new FeedName(PracticeHosts.HOST, audience)).orElseThrow();
    }

    /** What the host shows to this node alone: board, subject, title. */
    List<String> alone() {
        return shownRows.all().stream()
                .map(it ->
                        "%s %s %s".formatted(it.board(), it.subject(), it.body().get("title")))
                .toList();
    }

    List<String> titles(String board) {
        return held.standing(PracticeHosts.HOST, board, 100).stream()
                .map(it -> it.title("en"))
                .toList();
    }
}
