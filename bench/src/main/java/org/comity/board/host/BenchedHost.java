package org.comity.board.host;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.comity.bench.BoardKeys;
import org.comity.board.BoardSettings;
import org.comity.board.Boards;
import org.comity.database.NodeDatabase;
import org.comity.exchange.PeerShelf;
import org.comity.ledger.Ledger;
import org.comity.vocabulary.Official;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The host's side of a node with a PostgreSQL of its own, for the bench. */
public final class BenchedHost implements AutoCloseable {

    private static final int CONNECTIONS = 10;

    private final HikariDataSource source;
    private final Boards boards;
    private final PeerShelf shelf;

    /** @param folders of migrations of other rooms whose tables stand in the same database */
    public BenchedHost(NodeDatabase database, BoardKeys keys, Clock clock, String... folders) {
        var pool = new HikariConfig();
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        pool.setMaximumPoolSize(CONNECTIONS);
        source = new HikariDataSource(pool);
        Flyway.configure()
                .dataSource(source)
                .locations(Stream.concat(Stream.of("board"), Arrays.stream(folders))
                        .map("classpath:db/migration/"::concat)
                        .toArray(String[]::new))
                .load()
                .migrate();
        var rows = new HostedRows(JdbcClient.create(source));
        var settings = new BoardSettings(true, List.of(), Duration.ofMinutes(5), Duration.ofMinutes(1), 3);
        var directory = keys.directory();
        boards = new PublishingOnBoards(rows, directory, keys.sealing(), new NoLines(), clock, settings);
        shelf = new FeedShelf(rows, new FeedHead(rows, keys.logs(), directory, clock), settings);
    }

    public DataSource source() {
        return source;
    }

    public Boards boards() {
        return boards;
    }

    public PeerShelf shelf() {
        return shelf;
    }

    @Override
    public void close() {
        source.close();
    }

    /** Keeps no lines. */
    public static final class NoLines implements Ledger {

        @Override
        public void record(@Nullable Official by, String what, String subject, Map<String, String> facts) {}

        @Override
        public List<Line> seek(Search sought, @Nullable Long before, int limit) {
            return List.of();
        }

        @Override
        public Verdict verify() {
            return new Verdict(0, null);
        }
    }
}
