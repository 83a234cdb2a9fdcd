package org.comity.conference.session;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.comity.conference.session.ConferenceSession.StruckCredential;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Strikes lines of {@code conference.statement} and {@code conference.credential}, and takes a word back that ended a speaker's turn. */
@Repository
class StruckRows {

    private static final int MOST = 200;

    private final JdbcClient db;

    StruckRows(JdbcClient db) {
        this.db = db;
    }

    /** On which day a line was struck, and why. */
    public record Struck(LocalDate on, String why) {}

    /** False if there is none that stands. */
    boolean statement(long session, long id, String why, String by, Instant at) {
        return strike("statement", session, id, why, by, at);
    }

    boolean credential(long session, long id, String why, String by, Instant at) {
        return strike("credential", session, id, why, by, at);
    }

    private boolean strike(String table, long session, long id, String why, String by, Instant at) {
        return db.sql("update conference." + table + """
                 set struck_at = :at, struck_by = :by, struck_why = :why
                 where id = :id and session = :session and struck_at is null
                """)
                        .param("at", at.atOffset(UTC))
                        .param("by", by)
                        .param("why", why)
                        .param("id", id)
                        .param("session", session)
                        .update()
                == 1;
    }

    Optional<Struck> ofStatement(long id) {
        return db.sql("select struck_at, struck_why from conference.statement where id = :id and struck_at is not null")
                .param("id", id)
                .query((row, n) -> new Struck(day(row), row.getString("struck_why")))
                .optional();
    }

    /** The newest first, for who keeps the papers. */
    List<StruckCredential> credentials(long session) {
        return db.sql("""
                select * from conference.credential where session = :session and struck_at is not null
                 order by struck_at desc, id desc limit :most
                """)
                .param("session", session)
                .param("most", MOST)
                .query((row, n) ->
                        new StruckCredential(SessionRows.credential(row, n), day(row), row.getString("struck_why")))
                .list();
    }

    private static LocalDate day(ResultSet row) throws SQLException {
        return LocalDate.ofInstant(InstantColumn.instant(row, "struck_at"), UTC);
    }

    /** Its State took back the act by which it came on the list. Until the end of the transaction none does. */
    boolean withdrawn(long speaker) {
        return db.sql(
                        "select withdrawn_at is not null from conference.session_part where speaker = :speaker for update")
                .param("speaker", speaker)
                .query(Boolean.class)
                .list()
                .contains(true);
    }

    /** Who was said to have spoken, and did not before its State withdrew it; false if it is said no more. */
    boolean withdrew(long session, long speaker) {
        return db.sql("""
                update conference.speaker set ended = 'withdrew'
                 where id = :id and session = :session and ended = 'spoke'
                """).param("id", speaker).param("session", session).update() == 1;
    }

    /** Back in the place that it had; false if it did not speak, or asked for the floor again meanwhile. */
    boolean speaksAgain(long session, long speaker) {
        return db.sql("""
                update conference.speaker s set ended = '', ended_at = null
                 where s.id = :id and s.session = :session and s.ended = 'spoke'
                   and not exists (select from conference.speaker o
                                    where o.session = s.session and o.item = s.item and o.voice = s.voice and o.ended = '')
                """).param("id", speaker).param("session", session).update() == 1;
    }
}
