package org.comity.board.host;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.comity.board.BoardSettings;
import org.comity.board.BoardSource;
import org.comity.board.Boards;
import org.comity.board.HandedToParticipants;
import org.comity.board.PracticeHosts;
import org.comity.board.ShownToParticipant;
import org.comity.exchange.PeerShelf;
import org.comity.sealing.seal.PracticeLogKeys;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The host's side of a node, without Spring: what it publishes, and what it serves. */
public final class PracticeBoardHost {

    public static final BoardSettings HOSTS =
            new BoardSettings(true, List.of(), Duration.ofMinutes(5), Duration.ofSeconds(20), 3);

    public final Boards boards;
    public final PeerShelf shelf;
    public final BoardSource own;
    public final HandedToParticipants handed;
    public final PracticeHosts.Recorded recorded = new PracticeHosts.Recorded();

    /** What a room shows to single participants, by participant. */
    public final Map<String, Map<String, Map<String, Object>>> alone = new HashMap<>();

    public final PeerShelf shown;

    public PracticeBoardHost(DataSource source, Clock clock) {
        this(PracticeHosts.HOST, source, clock);
    }

    /** @param most entries of a feed before another continues it */
    public PracticeBoardHost(DataSource source, Clock clock, long most) {
        this(PracticeHosts.HOST, source, clock, most);
    }

    /** @param keys whose keys it signs with */
    public PracticeBoardHost(String keys, DataSource source, Clock clock) {
        this(keys, source, clock, 18_000);
    }

    private PracticeBoardHost(String keys, DataSource source, Clock clock, long most) {
        var rows = new HostedRows(JdbcClient.create(source));
        var directory = PracticeHosts.seenBy(PracticeHosts.HOST);
        boards = new PublishingOnBoards(
                rows, directory, PracticeHosts.sealingOf(keys), new PracticeHosts.Recorded(), clock, HOSTS, most);
        var head = new FeedHead(rows, PracticeLogKeys.of(PracticeHosts.HOST), directory, clock);
        shelf = new FeedShelf(rows, head, HOSTS);
        own = new HostedBoards(rows, head, directory, HOSTS, PracticeHosts.HOST);
        var handedRows = new HandedRows(JdbcClient.create(source));
        handed = handedRows;
        shown = new ShownShelf(List.of(room()), handedRows, recorded, clock, HOSTS);
    }

    private ShownToParticipant room() {
        return new ShownToParticipant() {
            @Override
            public String board() {
                return "needs";
            }

            @Override
            public Map<String, Map<String, Object>> to(String participant) {
                return alone.getOrDefault(participant, Map.of());
            }
        };
    }
}
