package org.comity.conference.session;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.comity.casework.BeforeForgetting;
import org.comity.conference.session.SessionPart.Kind;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code conference.session_part}: what came by acts for the lists of sessions, and what became of it. */
@Repository
class PartRows implements BeforeForgetting {

    private static final int MOST = 500;

    private final JdbcClient db;

    PartRows(JdbcClient db) {
        this.db = db;
    }

    /** What waits of the same thread, kind and item gives way to it. */
    void came(SessionPart part) {
        db.sql("""
                delete from conference.session_part
                 where thread = :thread and kind = :kind and item is not distinct from cast(:item as integer)
                   and closed_at is null and act <> :act
                """)
                .param("thread", part.thread())
                .param("kind", part.kind().name())
                .param("item", part.item())
                .param("act", part.act())
                .update();
        db.sql("""
                insert into conference.session_part (session, act, thread, kind, voice, item, came_at)
                values (:session, :act, :thread, :kind, :voice, :item, :at) on conflict (act) do nothing
                """)
                .param("session", part.session())
                .param("act", part.act())
                .param("thread", part.thread())
                .param("kind", part.kind().name())
                .param("voice", part.voice())
                .param("item", part.item())
                .param("at", part.came().atOffset(UTC))
                .update();
    }

    /** In the order in which it came. */
    List<SessionPart> open(String session) {
        return db.sql("""
                select * from conference.session_part where session = :session and closed_at is null order by id limit :most
                """)
                .param("session", session)
                .param("most", MOST)
                .query(PartRows::part)
                .list();
    }

    /** Until the end of the caller's transaction nobody else takes it. */
    Optional<SessionPart> locked(String session, long id) {
        return db.sql("""
                select * from conference.session_part where id = :id and session = :session and closed_at is null for update
                """)
                .param("id", id)
                .param("session", session)
                .query(PartRows::part)
                .optional();
    }

    void close(SessionPart part, String by, Instant at) {
        db.sql("update conference.session_part set closed_by = :by, closed_at = :at where id = :id")
                .param("by", by)
                .param("at", at.atOffset(UTC))
                .param("id", part.id())
                .update();
    }

    /** Remembers which line of its list it became, so that it goes with it. */
    void became(SessionPart part, long session) {
        var column = part.kind() == Kind.FLOOR ? "speaker" : "statement";
        var waits = part.kind() == Kind.FLOOR ? "ended = ''" : "delivered_on is null";
        db.sql("update conference.session_part set " + column + " = (select max(id) from conference." + column
                        + " where session = :session and item = :item and voice = :voice and " + waits
                        + ") where id = :id")
                .param("session", session)
                .param("item", part.item())
                .param("voice", part.voice())
                .param("id", part.id())
                .update();
    }

    /** A statement that is held gives way to a newer one of the same thread for the same item. */
    void replaceHeld(SessionPart part) {
        db.sql("""
                delete from conference.statement s using conference.session_part p
                 where p.statement = s.id and p.thread = :thread and p.item = :item
                   and s.delivered_on is null and s.struck_at is null
                """).param("thread", part.thread()).param("item", part.item()).update();
    }

    /**
     * What waits goes, a wish for the floor ends, and a statement that is still held is gone; what was said stays, and so does what
     * was struck.
     */
    void withdrawn(String thread, Instant at) {
        forgetting(thread);
        // First: who puts a speaker back waits for it, as StruckRows#withdrawn says.
        db.sql("update conference.session_part set withdrawn_at = :at where thread = :thread")
                .param("thread", thread)
                .param("at", at.atOffset(UTC))
                .update();
        db.sql("""
                update conference.speaker s set ended = 'withdrew', ended_at = :at
                  from conference.session_part p where p.speaker = s.id and p.thread = :thread and s.ended = ''
                """).param("thread", thread).param("at", at.atOffset(UTC)).update();
        db.sql("""
                delete from conference.statement s using conference.session_part p
                 where p.statement = s.id and p.thread = :thread
                   and s.delivered_on is null and s.struck_at is null
                """).param("thread", thread).update();
    }

    /** Of sessions that are not over, those for which something waits: since when, and when they begin. */
    List<Waiting> waiting(LocalDate today, int most) {
        return db.sql("""
                select s.key, s.title, s.begins, min(p.came_at) as since
                  from conference.session_part p join conference.session s on s.key = p.session
                 where p.closed_at is null and s.ends >= :today group by s.key, s.title, s.begins
                 order by s.begins limit :most
                """)
                .param("today", today)
                .param("most", most)
                .query((row, number) -> new Waiting(
                        row.getString("key"),
                        row.getString("title"),
                        row.getObject("begins", LocalDate.class),
                        InstantColumn.instant(row, "since")))
                .list();
    }

    record Waiting(String key, String title, LocalDate begins, Instant since) {}

    /** What nobody took over goes with the words of its act. */
    @Override
    public void forgetting(String thread) {
        db.sql("delete from conference.session_part where thread = :thread and closed_at is null")
                .param("thread", thread)
                .update();
    }

    private static SessionPart part(ResultSet row, int number) throws SQLException {
        return new SessionPart(
                row.getLong("id"),
                row.getString("session"),
                row.getString("act"),
                row.getString("thread"),
                Kind.valueOf(row.getString("kind")),
                row.getString("voice"),
                row.getObject("item", Integer.class),
                InstantColumn.instant(row, "came_at"));
    }
}
