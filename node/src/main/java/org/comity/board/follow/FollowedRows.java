package org.comity.board.follow;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.comity.board.HostsFollowed.Contradiction;
import org.comity.board.Publication;
import org.comity.proof.feed.NumberedFeed;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.register.SignedEntry;
import org.comity.vocabulary.InstantColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code board.followed}, {@code board.contradiction}, and what is added to {@code board.held}. */
@Repository
class FollowedRows {

    private final JdbcClient db;

    FollowedRows(JdbcClient db) {
        this.db = db;
    }

    FollowedFeed begin(FeedName feed, Instant now) {
        db.sql("""
                insert into board.followed (host, audience, since) values (:host, :audience, :now)
                on conflict do nothing
                """)
                .param("host", feed.host())
                .param("audience", feed.word())
                .param("now", now.atOffset(UTC))
                .update();
        return find(feed).orElseThrow();
    }

    /** No feed of this host moves on before this transaction is over. */
    void lock(String host) {
        db.sql("select audience from board.followed where host = :host order by audience for update")
                .param("host", host)
                .query(String.class)
                .list();
    }

    Optional<FollowedFeed> find(FeedName feed) {
        return db.sql("select * from board.followed where host = :host and audience = :audience")
                .param("host", feed.host())
                .param("audience", feed.word())
                .query(FollowedRows::followed)
                .optional();
    }

    /** The feed that continues this one, if the host named it there. */
    Optional<FeedName> next(FeedName feed) {
        return feed.feed()
                .next()
                .filter(it -> db.sql("""
                        select exists (select from board.held
                                        where host = :host and audience = :audience
                                          and board = 'feeds' and subject = :next and standing)
                        """)
                        .param("host", feed.host())
                        .param("audience", feed.word())
                        .param("next", it.word())
                        .query(Boolean.class)
                        .single())
                .map(it -> new FeedName(feed.host(), it));
    }

    List<FollowedFeed> all() {
        return db.sql("select * from board.followed order by host, audience")
                .query(FollowedRows::followed)
                .list();
    }

    List<Published> held(FeedName feed) {
        return db.sql("select signed, envelope from board.held where host = :host and audience = :audience order by k")
                .param("host", feed.host())
                .param("audience", feed.word())
                .query((row, n) -> new Published(
                        SignedEntry.read(row.getBytes("signed")),
                        Publication.read(CanonicalJson.read(row.getBytes("envelope")))))
                .list();
    }

    /** False if another process took something meanwhile, or it was stopped. */
    boolean move(FeedName feed, long before, long size, String checkpoint, Instant now) {
        return db.sql("""
                update board.followed
                   set size = :size, checkpoint = :checkpoint, heard = :now, failing = '', failing_since = null
                 where host = :host and audience = :audience and size = :before and stopped = ''
                """)
                        .param("host", feed.host())
                        .param("audience", feed.word())
                        .param("before", before)
                        .param("size", size)
                        .param("checkpoint", checkpoint)
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    void add(FeedName feed, long k, Published each, Instant now) {
        var publication = each.publication();
        db.sql("""
                update board.held set standing = false, body = null
                 where host = :host and audience = :audience and board = :board and subject = :subject and standing
                """)
                .param("host", feed.host())
                .param("audience", feed.word())
                .param("board", publication.board())
                .param("subject", publication.subject())
                .update();
        db.sql("""
                insert into board.held (host, audience, k, board, subject, act, signed, envelope, standing, at, taken)
                values (:host, :audience, :k, :board, :subject, :act, :signed, :envelope, :standing, :at, :now)
                """)
                .param("host", feed.host())
                .param("audience", feed.word())
                .param("k", k)
                .param("board", publication.board())
                .param("subject", publication.subject())
                .param("act", publication.act())
                .param("signed", each.signed().json())
                .param("envelope", CanonicalJson.write(publication.json()))
                .param("standing", !publication.withdraws())
                .param("at", publication.time().atOffset(UTC))
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** @return whether it is new */
    boolean fails(FeedName feed, String code, Instant now) {
        return db.sql("""
                update board.followed set failing = :code, failing_since = :now
                 where host = :host and audience = :audience and failing <> :code
                """)
                        .param("host", feed.host())
                        .param("audience", feed.word())
                        .param("code", code)
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    void certified(FeedName feed, @Nullable String certification) {
        db.sql("update board.followed set certification = :text where host = :host and audience = :audience")
                .param("host", feed.host())
                .param("audience", feed.word())
                .param("text", certification)
                .update();
    }

    void compared(FeedName feed, Instant now) {
        db.sql("update board.followed set compared = :now where host = :host and audience = :audience")
                .param("host", feed.host())
                .param("audience", feed.word())
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** @return whether it was going on until now */
    boolean stop(FeedName feed, String code, Instant now) {
        return db.sql("""
                update board.followed set stopped = :code, stopped_at = :now
                 where host = :host and audience = :audience and stopped = ''
                """)
                        .param("host", feed.host())
                        .param("audience", feed.word())
                        .param("code", code)
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    void contradicts(FeedName feed, String code, String ours, String theirs, String shownBy, Instant now) {
        db.sql("""
                insert into board.contradiction (host, audience, code, ours, theirs, shown_by, at)
                values (:host, :audience, :code, :ours, :theirs, :by, :now)
                """)
                .param("host", feed.host())
                .param("audience", feed.word())
                .param("code", code)
                .param("ours", ours)
                .param("theirs", theirs)
                .param("by", shownBy)
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** What was held of it goes; the contradiction stays. */
    boolean forgetStopped(FeedName feed) {
        return db.sql("delete from board.followed where host = :host and audience = :audience and stopped <> ''")
                        .param("host", feed.host())
                        .param("audience", feed.word())
                        .update()
                == 1;
    }

    List<Contradiction> contradictions(String host) {
        return db.sql("select * from board.contradiction where host = :host order by id desc limit 20")
                .param("host", host)
                .query((row, n) -> new Contradiction(
                        row.getString("audience"),
                        row.getString("code"),
                        row.getString("ours"),
                        row.getString("theirs"),
                        row.getString("shown_by"),
                        InstantColumn.instant(row, "at")))
                .list();
    }

    private static FollowedFeed followed(ResultSet row, int number) throws SQLException {
        return new FollowedFeed(
                new FeedName(
                        row.getString("host"),
                        NumberedFeed.of(row.getString("audience")).orElseThrow()),
                InstantColumn.instant(row, "since"),
                row.getLong("size"),
                row.getString("checkpoint"),
                row.getString("certification"),
                InstantColumn.instantIfAny(row, "heard"),
                InstantColumn.instantIfAny(row, "compared"),
                row.getString("failing"),
                InstantColumn.instantIfAny(row, "failing_since"),
                row.getString("stopped"),
                InstantColumn.instantIfAny(row, "stopped_at"));
    }
}
