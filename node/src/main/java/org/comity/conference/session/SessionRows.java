package org.comity.conference.session;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.comity.conference.session.ConferenceSession.Credential;
import org.comity.conference.session.ConferenceSession.Item;
import org.comity.conference.session.ConferenceSession.Placed;
import org.comity.conference.session.ConferenceSession.Speaker;
import org.comity.conference.session.ConferenceSession.Speaks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sessions with their agenda, speakers and credentials: the tables of {@code V470_2}, without statements and documents. */
@Repository
class SessionRows {

    static final int MOST = 500;

    private final JdbcClient db;

    SessionRows(JdbcClient db) {
        this.db = db;
    }

    /** False if there is one of this key. */
    boolean open(ConferenceSession session, String by, Instant at) {
        return db.sql("""
                insert into conference.session (key, title, place, begins, ends, everybody, delegations_by, opened_by, opened_at)
                values (:key, :title, :place, :begins, :ends, :everybody, :delegations, :by, :at) on conflict (key) do nothing
                """)
                        .param("key", session.key())
                        .param("title", session.title())
                        .param("place", session.place())
                        .param("begins", session.begins())
                        .param("ends", session.ends())
                        .param("everybody", session.everybody())
                        .param("delegations", session.delegationsBy())
                        .param("by", by)
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    void correct(ConferenceSession session) {
        db.sql("""
                update conference.session
                   set title = :title, place = :place, begins = :begins, ends = :ends, delegations_by = :delegations
                 where id = :id
                """)
                .param("title", session.title())
                .param("place", session.place())
                .param("begins", session.begins())
                .param("ends", session.ends())
                .param("delegations", session.delegationsBy())
                .param("id", session.id())
                .update();
    }

    /** On which something lies that was recorded: an item, a statement, a decision. */
    List<LocalDate> days(long session) {
        return db.sql("""
                select day from conference.agenda_item where session = :session and day is not null
                union select delivered_on from conference.statement where session = :session and delivered_on is not null and struck_at is null
                union select taken_on from conference.decision where session = :session
                order by 1
                """).param("session", session).query(LocalDate.class).list();
    }

    /** Until the end of the caller's transaction its days stay as they are, and nothing else is put on one. */
    Optional<ConferenceSession> locked(String key) {
        return db.sql("select * from conference.session where key = :key for update")
                .param("key", key)
                .query(SessionRows::session)
                .optional();
    }

    Optional<ConferenceSession> find(String key) {
        return db.sql("select * from conference.session where key = :key")
                .param("key", key)
                .query(SessionRows::session)
                .optional();
    }

    /** The next and the latest first. */
    List<ConferenceSession> all() {
        return db.sql("select * from conference.session order by begins desc, id desc limit " + MOST)
                .query(SessionRows::session)
                .list();
    }

    List<Item> agenda(long session) {
        return db.sql("select * from conference.agenda_item where session = :session order by number")
                .param("session", session)
                .query((row, n) -> item(row))
                .list();
    }

    /** Of all sessions those items that name an article, the latest session first. */
    List<Placed> aboutArticles() {
        return db.sql("""
                select s.*, i.number, i.title as item_title, i.day, i.articles
                  from conference.agenda_item i join conference.session s on s.id = i.session
                 where i.articles <> '' order by s.begins desc, s.id desc, i.number limit 1000
                """)
                .query((row, n) -> new Placed(session(row, n), item(row, "item_title")))
                .list();
    }

    private static Item item(ResultSet row) throws SQLException {
        return item(row, "title");
    }

    private static Item item(ResultSet row, String title) throws SQLException {
        return new Item(
                row.getInt("number"),
                row.getString(title),
                row.getObject("day", LocalDate.class),
                PaperRows.articles(row.getString("articles")));
    }

    /** Puts it on the agenda, or says of one that is there another title, day or articles. */
    void item(long session, Item item, String by, Instant at) {
        db.sql("""
                insert into conference.agenda_item (session, number, title, day, articles, recorded_by, recorded_at)
                values (:session, :number, :title, :day, :articles, :by, :at)
                on conflict (session, number) do update
                   set title = :title, day = :day, articles = :articles, recorded_by = :by, recorded_at = :at
                """)
                .param("session", session)
                .param("number", item.number())
                .param("title", item.title())
                .param("day", item.day())
                .param("articles", String.join(",", item.articles()))
                .param("by", by)
                .param("at", at.atOffset(UTC))
                .update();
    }

    /** False if it is on the list of this item already. */
    boolean speaker(long session, int item, String voice, Speaks speaks, Instant at) {
        return db.sql("""
                insert into conference.speaker (session, item, voice, speaks, asked_at)
                values (:session, :item, :voice, :speaks, :at) on conflict do nothing
                """)
                        .param("session", session)
                        .param("item", item)
                        .param("voice", voice)
                        .param("speaks", speaks.name())
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    /** @param ended {@code spoke} or {@code withdrew}; false if it is off the list */
    boolean endsSpeaking(long session, long speaker, String ended, Instant at) {
        return db.sql("""
                update conference.speaker set ended = :ended, ended_at = :at
                 where id = :id and session = :session and ended = ''
                """)
                        .param("ended", ended)
                        .param("at", at.atOffset(UTC))
                        .param("id", speaker)
                        .param("session", session)
                        .update()
                == 1;
    }

    /** By item, in the order in which they speak. */
    List<Speaker> speakers(long session) {
        return db.sql("""
                select * from conference.speaker where session = :session and ended <> 'withdrew'
                 order by item, case speaks when 'GROUP' then 1 when 'STATE' then 2 else 3 end, id limit 2000
                """)
                .param("session", session)
                .query((row, n) -> new Speaker(
                        row.getLong("id"),
                        row.getInt("item"),
                        row.getString("voice"),
                        Speaks.valueOf(row.getString("speaks")),
                        row.getString("ended")))
                .list();
    }

    /** False if such a one of this State is here already. */
    boolean credential(long session, Credential credential, String by, Instant at) {
        return db.sql("""
                insert into conference.credential (session, voice, form, issued_by, received_on, recorded_by, recorded_at)
                values (:session, :voice, :form, :issued, :day, :by, :at) on conflict do nothing
                """)
                        .param("session", session)
                        .param("voice", credential.voice())
                        .param("form", credential.form())
                        .param("issued", credential.issuedBy())
                        .param("day", credential.receivedOn())
                        .param("by", by)
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    List<Credential> credentials(long session) {
        return db.sql("""
                select * from conference.credential where session = :session and struck_at is null order by id limit 1000
                """)
                .param("session", session)
                .query(SessionRows::credential)
                .list();
    }

    static Credential credential(ResultSet row, int n) throws SQLException {
        return new Credential(
                row.getLong("id"),
                row.getString("voice"),
                row.getString("form"),
                row.getString("issued_by"),
                row.getObject("received_on", LocalDate.class));
    }

    private static ConferenceSession session(ResultSet row, int n) throws SQLException {
        return new ConferenceSession(
                row.getLong("id"),
                row.getString("key"),
                row.getString("title"),
                row.getString("place"),
                row.getObject("begins", LocalDate.class),
                row.getObject("ends", LocalDate.class),
                row.getBoolean("everybody"),
                row.getObject("delegations_by", LocalDate.class));
    }
}
