package org.comity.board.follow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.comity.board.HeldBoards.Beginning;
import org.comity.board.HeldBoards.HeldBoard;
import org.comity.board.HeldEntry;
import org.comity.board.ProvingPublications.Proven;
import org.comity.board.Publication;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.register.SignedEntry;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What stands in {@code board.held} and is counted in {@code board.held_count}, and the bodies that come after their entries. */
@Repository
class HeldRows {

    static final String UNDER = """
            (select * from board.held
              where host = %s and board = :board and standing and starts_with(subject, %s)
              order by at desc, k desc limit :limit)""";

    private final JdbcClient db;

    HeldRows(JdbcClient db) {
        this.db = db;
    }

    /**
     * Of what stands without its body, the newest first.
     *
     * @param below only places before this one
     */
    List<HeldEntry> missing(FeedName feed, long below, int limit) {
        return db.sql("""
                        select * from board.held
                         where host = :host and audience = :audience and k < :below and standing and body is null
                         order by k desc limit :limit
                        """)
                .param("host", feed.host())
                .param("audience", feed.word())
                .param("below", below)
                .param("limit", limit)
                .query(HeldRows::entry)
                .list();
    }

    /** @return false if it stands no more */
    boolean body(FeedName feed, String act, byte[] document) {
        return db.sql("""
                update board.held set body = :body
                 where host = :host and audience = :audience and act = :act and standing
                """)
                        .param("body", document)
                        .param("host", feed.host())
                        .param("audience", feed.word())
                        .param("act", act)
                        .update()
                == 1;
    }

    List<HeldBoard> boards() {
        return db.sql("""
                        select host, board, sum(standing) as standing, max(news) as news, min(since) as since
                          from board.held_count group by host, board
                        """).query(HeldRows::board).list();
    }

    /** Of this name. */
    List<HeldBoard> boards(String board) {
        return db.sql("""
                        select host, board, sum(standing) as standing, max(news) as news, min(since) as since
                          from board.held_count where board = :board group by host, board
                        """).param("board", board).query(HeldRows::board).list();
    }

    /** Of what was published before everybody alone. */
    List<HeldBoard> openBoards() {
        return db.sql("""
                        select host, board, sum(standing) as standing, max(news) as news, min(since) as since
                          from board.held_count where split_part(audience, '-', 1) = 'public' group by host, board
                        """).query(HeldRows::board).list();
    }

    /** @param open of what was published before everybody alone */
    Optional<HeldBoard> board(String host, String board, boolean open) {
        return db.sql("""
                        select host, board, sum(standing) as standing, max(news) as news, min(since) as since
                          from board.held_count
                         where host = :host and board = :board
                           and (not :open or split_part(audience, '-', 1) = 'public')
                         group by host, board
                        """)
                .param("host", host)
                .param("board", board)
                .param("open", open)
                .query(HeldRows::board)
                .optional();
    }

    List<HeldEntry> standing(String host, String board, int limit) {
        return db.sql("""
                        select * from board.held where host = :host and board = :board and standing
                         order by at desc, k desc limit :limit
                        """)
                .param("host", host)
                .param("board", board)
                .param("limit", limit)
                .query(HeldRows::entry)
                .list();
    }

    /** Each beginning in a select of its own: of a prefix that is no parameter there the index knows no range. */
    List<HeldEntry> under(String board, List<Beginning> beginnings, int limit) {
        if (beginnings.isEmpty()) return List.of();
        var asked = db.sql(under(beginnings.size())).param("board", board).param("limit", limit);
        for (int n = 0; n < beginnings.size(); n++) {
            var sought = beginnings.get(n);
            asked = asked.param("host" + n, sought.host()).param("prefix" + n, sought.prefix());
        }
        return asked.query(HeldRows::entry).list();
    }

    static String under(int beginnings) {
        return IntStream.range(0, beginnings)
                .mapToObj(n -> UNDER.formatted(":host" + n, ":prefix" + n))
                .collect(Collectors.joining(" union all ", "select * from (", ") as held order by at desc, k desc"));
    }

    /** Before everybody alone. */
    List<HeldEntry> open(String host, String board, int limit) {
        return db.sql("""
                        select * from board.held
                         where host = :host and board = :board and split_part(audience, '-', 1) = 'public' and standing
                         order by at desc, k desc limit :limit
                        """)
                .param("host", host)
                .param("board", board)
                .param("limit", limit)
                .query(HeldRows::entry)
                .list();
    }

    Optional<HeldEntry> standing(String host, String board, String subject) {
        return db.sql("""
                        select * from board.held
                         where host = :host and board = :board and subject = :subject and standing
                         order by at desc limit 1
                        """)
                .param("host", host)
                .param("board", board)
                .param("subject", subject)
                .query(HeldRows::entry)
                .optional();
    }

    /** Also of what does not stand any more. */
    Optional<Proven> find(FeedName feed, String board, String act) {
        return db.sql("""
                        select k, signed, envelope, body from board.held
                         where host = :host and audience = :audience and board = :board and act = :act
                        """)
                .param("host", feed.host())
                .param("audience", feed.word())
                .param("board", board)
                .param("act", act)
                .query((row, n) -> new Proven(
                        row.getLong("k"),
                        SignedEntry.read(row.getBytes("signed")),
                        Publication.read(CanonicalJson.read(row.getBytes("envelope"))),
                        row.getBytes("body")))
                .optional();
    }

    /** In the order of the feed. */
    List<SignedEntry> entries(FeedName feed, long after, int limit) {
        return db.sql("""
                        select signed from board.held
                         where host = :host and audience = :audience and k > :after order by k limit :limit
                        """)
                .param("host", feed.host())
                .param("audience", feed.word())
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> SignedEntry.read(row.getBytes("signed")))
                .list();
    }

    private static HeldBoard board(ResultSet row, int number) throws SQLException {
        return new HeldBoard(
                row.getString("host"),
                row.getString("board"),
                row.getLong("standing"),
                InstantColumn.instant(row, "news"),
                InstantColumn.instant(row, "since"));
    }

    private static HeldEntry entry(ResultSet row, int number) throws SQLException {
        var publication = Publication.read(CanonicalJson.read(row.getBytes("envelope")));
        byte[] body = row.getBytes("body");
        return new HeldEntry(
                row.getLong("k"),
                row.getString("act"),
                publication,
                body == null ? null : publication.body(body),
                InstantColumn.instant(row, "taken"));
    }
}
