package org.comity.conference.session;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.conference.session.ConferenceSession.Statement;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code conference.statement}. Lists come without words: a statement may have 20,000 characters. */
@Repository
class StatementRows {

    static final int MOST = 2_000;

    private static final String LISTED = """
            select id, item, voice, language, '' as words, everybody, delivered_on
              from conference.statement where session = :session and struck_at is null and (:held or delivered_on is not null)
            """;

    private final JdbcClient db;

    StatementRows(JdbcClient db) {
        this.db = db;
    }

    void add(long session, Statement statement, String by, Instant at) {
        db.sql("""
                insert into conference.statement (session, item, voice, language, words, everybody, delivered_on, recorded_by, recorded_at)
                values (:session, :item, :voice, :language, :words, :everybody, :day, :by, :at)
                """)
                .param("session", session)
                .param("item", statement.item())
                .param("voice", statement.voice())
                .param("language", statement.language())
                .param("words", statement.words())
                .param("everybody", statement.everybody())
                .param("day", statement.deliveredOn())
                .param("by", by)
                .param("at", at.atOffset(UTC))
                .update();
    }

    /** False if it was delivered already. */
    boolean delivered(long session, long statement, LocalDate day) {
        return db.sql("""
                update conference.statement set delivered_on = :day
                 where id = :id and session = :session and delivered_on is null and struck_at is null
                """)
                        .param("day", day)
                        .param("id", statement)
                        .param("session", session)
                        .update()
                == 1;
    }

    Optional<Statement> find(long session, long statement) {
        return db.sql("select * from conference.statement where session = :session and id = :id")
                .param("session", session)
                .param("id", statement)
                .query(StatementRows::statement)
                .optional();
    }

    boolean full(long session) {
        return db.sql("select count(*) from conference.statement where session = :session")
                        .param("session", session)
                        .query(Integer.class)
                        .single()
                >= MOST;
    }

    /** How many each item of the agenda has. @param held with those that wait to be delivered */
    Map<Integer, Integer> counted(long session, boolean held) {
        var counts = new HashMap<Integer, Integer>();
        db.sql("select item, count(*) as n from (" + LISTED + ") listed group by item")
                .param("session", session)
                .param("held", held)
                .query((row, n) -> counts.put(row.getInt("item"), row.getInt("n")))
                .list();
        return counts;
    }

    /** The first few of each item, and each that is held: there it is let go of. In the order in which they were recorded. */
    List<Statement> first(long session, boolean held, int each) {
        return db.sql("select * from (select l.*, row_number() over (partition by item order by id) as place from ("
                        + LISTED + ") l) ranked where place <= :each or delivered_on is null order by id")
                .param("session", session)
                .param("held", held)
                .param("each", each)
                .query(StatementRows::statement)
                .list();
    }

    /** Of one item, those after this one. */
    List<Statement> ofItem(long session, int item, boolean held, long after, int most) {
        return db.sql(LISTED + " and item = :item and id > :after order by id limit :most")
                .param("session", session)
                .param("held", held)
                .param("item", item)
                .param("after", after)
                .param("most", most)
                .query(StatementRows::statement)
                .list();
    }

    private static Statement statement(ResultSet row, int n) throws SQLException {
        return new Statement(
                row.getLong("id"),
                row.getInt("item"),
                row.getString("voice"),
                row.getString("language"),
                row.getString("words"),
                row.getBoolean("everybody"),
                row.getObject("delivered_on", LocalDate.class));
    }
}
