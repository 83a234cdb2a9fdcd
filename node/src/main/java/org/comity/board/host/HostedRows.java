package org.comity.board.host;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.board.BoardSubjects.Shown;
import org.comity.board.HeldBoards.HeldBoard;
import org.comity.board.Publication;
import org.comity.proof.feed.Audience;
import org.comity.proof.feed.NumberedFeed;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.register.SignedEntry;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code board.feed}, {@code board.entry} and {@code board.entry_count}. */
@Repository
class HostedRows {

    private final JdbcClient db;

    HostedRows(JdbcClient db) {
        this.db = db;
    }

    /** All feeds, for whoever is alone with them until the transaction ends: a subject may go from one to the other. */
    void claim() {
        for (var audience : Audience.values()) begin(NumberedFeed.first(audience));
        db.sql("select audience from board.feed order by audience for update")
                .query(String.class)
                .list();
    }

    void begin(NumberedFeed feed) {
        db.sql("insert into board.feed (audience, size) values (:audience, 0) on conflict do nothing")
                .param("audience", feed.word())
                .update();
    }

    /** In the order in which they were begun. */
    List<NumberedFeed> feeds() {
        return db.sql("select audience from board.feed").query(String.class).list().stream()
                .flatMap(it -> NumberedFeed.of(it).stream())
                .sorted(Comparator.comparing(NumberedFeed::audience).thenComparing(NumberedFeed::number))
                .toList();
    }

    /** In which is published; those before it take withdrawals alone. */
    NumberedFeed newest(Audience audience) {
        return feeds().stream()
                .filter(it -> it.audience() == audience)
                .reduce(NumberedFeed.first(audience), (_, later) -> later);
    }

    long size(NumberedFeed feed) {
        return db.sql("select size from board.feed where audience = :audience")
                .param("audience", feed.word())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    Optional<SignedEntry> last(NumberedFeed feed, String board) {
        return db.sql("""
                        select signed from board.entry where audience = :audience and board = :board
                         order by k desc limit 1
                        """)
                .param("audience", feed.word())
                .param("board", board)
                .query(byte[].class)
                .optional()
                .map(SignedEntry::read);
    }

    long standing(NumberedFeed feed, String board) {
        return db.sql("select count(*) from board.entry where audience = :audience and board = :board and standing")
                .param("audience", feed.word())
                .param("board", board)
                .query(Long.class)
                .single();
    }

    /** On all its boards; what names the next feed is never withdrawn. */
    long standing(NumberedFeed feed) {
        return db.sql("""
                        select count(*) from board.entry
                         where audience = :audience and board <> :feeds and standing
                        """)
                .param("audience", feed.word())
                .param("feeds", PublishingOnBoards.FEEDS)
                .query(Long.class)
                .single();
    }

    Optional<Hosted> standing(String board, String subject) {
        return db.sql("select * from board.entry where board = :board and subject = :subject and standing")
                .param("board", board)
                .param("subject", subject)
                .query(HostedRows::hosted)
                .optional();
    }

    /** Newest first. */
    List<Hosted> standing(String board, int limit) {
        return db.sql(
                        "select * from board.entry where board = :board and standing order by at desc, k desc limit :limit")
                .param("board", board)
                .param("limit", limit)
                .query(HostedRows::hosted)
                .list();
    }

    /** Newest first. */
    List<Hosted> under(String board, String prefix, int limit) {
        return db.sql("""
                        select * from board.entry where board = :board and standing and starts_with(subject, :prefix)
                         order by at desc, k desc limit :limit
                        """)
                .param("board", board)
                .param("prefix", prefix)
                .param("limit", limit)
                .query(HostedRows::hosted)
                .list();
    }

    /** Before everybody alone, newest first. */
    List<Hosted> open(String board, int limit) {
        return db.sql("""
                        select * from board.entry where board = :board and split_part(audience, '-', 1) = 'public' and standing
                         order by at desc, k desc limit :limit
                        """)
                .param("board", board)
                .param("limit", limit)
                .query(HostedRows::hosted)
                .list();
    }

    List<String> subjects(Audience audience, String board) {
        return db.sql("""
                        select subject from board.entry where split_part(audience, '-', 1) = :audience and board = :board and standing
                         order by subject
                        """)
                .param("audience", audience.word())
                .param("board", board)
                .query(String.class)
                .list();
    }

    /** All that stands on a board, by subject, in one look. */
    Map<String, Shown> shown(String board) {
        var shown = new HashMap<String, Shown>();
        db.sql("select envelope, body from board.entry where board = :board and standing")
                .param("board", board)
                .query(row -> {
                    var publication = Publication.read(CanonicalJson.read(row.getBytes("envelope")));
                    var hash = Publication.hash(publication.body(row.getBytes("body")));
                    shown.put(publication.subject(), new Shown(publication.audience(), hash));
                });
        return shown;
    }

    /** What stood is served no more. */
    void fall(String board, String subject) {
        db.sql(
                        "update board.entry set standing = false, body = null where board = :board and subject = :subject and standing")
                .param("board", board)
                .param("subject", subject)
                .update();
    }

    void add(long k, Publication publication, SignedEntry signed, byte[] document) {
        db.sql("""
                insert into board.entry (audience, k, board, subject, act, signed, envelope, body, standing, at)
                values (:audience, :k, :board, :subject, :act, :signed, :envelope, :body, :standing, :at)
                """)
                .param("audience", publication.feed().word())
                .param("k", k)
                .param("board", publication.board())
                .param("subject", publication.subject())
                .param("act", publication.act())
                .param("signed", signed.json())
                .param("envelope", CanonicalJson.write(publication.json()))
                .param("body", document)
                .param("standing", !publication.withdraws())
                .param("at", publication.time().atOffset(UTC))
                .update();
        db.sql("update board.feed set size = :k where audience = :audience")
                .param("k", k)
                .param("audience", publication.feed().word())
                .update();
    }

    /** In the order of the feed, without the bodies: each is served by itself, and whoever asks for a page loads none. */
    List<Hosted> after(NumberedFeed feed, long after, int limit) {
        return db.sql("""
                        select k, signed, envelope, cast(null as bytea) as body from board.entry
                         where audience = :audience and k > :after order by k limit :limit
                        """)
                .param("audience", feed.word())
                .param("after", after)
                .param("limit", limit)
                .query(HostedRows::hosted)
                .list();
    }

    Optional<Hosted> find(NumberedFeed feed, String act) {
        return db.sql("select * from board.entry where audience = :audience and act = :act")
                .param("audience", feed.word())
                .param("act", act)
                .query(HostedRows::hosted)
                .optional();
    }

    List<HeldBoard> boards(String host) {
        return db.sql("""
                        select board, sum(standing) as standing, max(news) as news
                          from board.entry_count group by board order by board
                        """).query((row, n) -> board(host, row)).list();
    }

    /** Of what was published before everybody alone. */
    List<HeldBoard> openBoards(String host) {
        return db.sql("""
                        select board, sum(standing) as standing, max(news) as news
                          from board.entry_count where split_part(audience, '-', 1) = 'public'
                         group by board order by board
                        """).query((row, n) -> board(host, row)).list();
    }

    /** @param open of what was published before everybody alone */
    Optional<HeldBoard> board(String host, String board, boolean open) {
        return db.sql("""
                        select board, sum(standing) as standing, max(news) as news
                          from board.entry_count
                         where board = :board and (not :open or split_part(audience, '-', 1) = 'public')
                         group by board
                        """)
                .param("board", board)
                .param("open", open)
                .query((row, n) -> board(host, row))
                .optional();
    }

    private static HeldBoard board(String host, ResultSet row) throws SQLException {
        return new HeldBoard(
                host, row.getString("board"), row.getLong("standing"), InstantColumn.instant(row, "news"), null);
    }

    private static Hosted hosted(ResultSet row, int number) throws SQLException {
        return new Hosted(
                row.getLong("k"),
                SignedEntry.read(row.getBytes("signed")),
                Publication.read(CanonicalJson.read(row.getBytes("envelope"))),
                Optional.ofNullable(row.getBytes("body")));
    }

    /** @param document nothing once it does not stand any more, and nothing in {@link #after} */
    record Hosted(long k, SignedEntry signed, Publication publication, Optional<byte[]> document) {

        Map<String, Object> body() {
            return document.map(publication::body).orElse(Map.of());
        }
    }
}
