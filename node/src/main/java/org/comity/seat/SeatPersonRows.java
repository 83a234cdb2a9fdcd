package org.comity.seat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code cooperation.seat}. */
@Repository
class SeatPersonRows {

    private static final int MOST = 500;

    /** The threads of seats that were opened with each authority. */
    static final String OPENED = """
            (select authority, thread, submitted_at as at from cooperation.seat where thread is not null
              union all
             select authority, thread, approved_at from cooperation.seat_reopening where approved_at is not null) opened
            """;

    private final JdbcClient db;

    SeatPersonRows(JdbcClient db) {
        this.db = db;
    }

    void invite(SeatOfPerson seat, byte[] invitation, String by) {
        db.sql("""
                insert into cooperation.seat (id, authority, name, function, person, invitation, expires_at, invited_by)
                values (:id, :authority, :name, :function, :person, :invitation, :expires, :by)
                """)
                .param("id", seat.id())
                .param("authority", seat.authority())
                .param("name", seat.name())
                .param("function", seat.function())
                .param("person", seat.person())
                .param("invitation", invitation)
                .param("expires", seat.expiresAt().atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    /** Uses the invitation up. False if it was used, or the key is another seat's. */
    boolean made(String id, byte[] credential, byte[] key, boolean copied) {
        return db.sql("""
                update cooperation.seat
                   set credential = :credential, key = :key, copied = :copied, invitation = null
                 where id = :id and key is null
                   and not exists (select from cooperation.seat o where o.credential = :credential or o.key = :key)
                """)
                        .param("id", id)
                        .param("credential", credential)
                        .param("key", key)
                        .param("copied", copied)
                        .update()
                == 1;
    }

    /** In which browser its key was made, as the hash of a cookie. */
    void madeIn(String id, byte[] browser) {
        db.sql("update cooperation.seat set made_in = :browser where id = :id")
                .param("id", id)
                .param("browser", browser)
                .update();
    }

    /** Whose key was made in that browser, while it is neither given nor ended. */
    Optional<SeatOfPerson> madeIn(byte[] browser) {
        return one("where made_in = :value and not given and ended_at is null", browser);
    }

    /** Its key will be one of practice. */
    void practises(String id) {
        db.sql("update cooperation.seat set practice = true where id = :id and key is null")
                .param("id", id)
                .update();
    }

    void submitted(
            String id, String thread, String act, byte[] json, byte[] pdf, byte[] letter, String by, Instant at) {
        db.sql("""
                update cooperation.seat
                   set thread = :thread, act = :act, act_json = :json, act_pdf = :pdf, letter = :letter,
                       submitted_by = :by, submitted_at = :at
                 where id = :id
                """)
                .param("id", id)
                .param("thread", thread)
                .param("act", act)
                .param("json", json)
                .param("pdf", pdf)
                .param("letter", letter)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void takenBack(String id) {
        db.sql("""
                update cooperation.seat
                   set act = null, act_json = null, act_pdf = null, letter = null, submitted_by = null, submitted_at = null
                 where id = :id and not given
                """).param("id", id).update();
    }

    void given(String id) {
        db.sql("update cooperation.seat set given = true where id = :id")
                .param("id", id)
                .update();
    }

    void confirmed(String id) {
        db.sql("update cooperation.seat set confirmed = true where id = :id")
                .param("id", id)
                .update();
    }

    void ended(String id, Instant since, Instant at) {
        db.sql("""
                update cooperation.seat
                   set ended_at = :at, lost_since = :since, invitation = null
                 where id = :id and ended_at is null
                """)
                .param("id", id)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Since when the keys of these persons are lost, of those that have ended. */
    Map<String, Instant> lostSince(Collection<String> persons) {
        var lost = new TreeMap<String, Instant>();
        if (persons.isEmpty()) return lost;
        db.sql("select person, lost_since from cooperation.seat where person in (:persons) and lost_since is not null")
                .param("persons", persons)
                .query((row, _) -> lost.put(row.getString("person"), InstantColumn.instant(row, "lost_since")))
                .list();
        return lost;
    }

    /** All seats of an authority that works on a node of its own from now on; nothing of what they gave is doubtful. */
    void adopted(String authority, Instant at) {
        db.sql("""
                update cooperation.seat
                   set ended_at = :at, lost_since = :at, invitation = null
                 where authority = :authority and ended_at is null
                """)
                .param("authority", authority)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The bytes that the second officer approves: {@code json}, {@code pdf} or {@code letter}. */
    byte[] bytes(String id, String what) {
        var column = switch (what) {
            case "json" -> "act_json";
            case "pdf" -> "act_pdf";
            default -> "letter";
        };
        return db.sql("select %s from cooperation.seat where id = :id and act is not null".formatted(column))
                .param("id", id)
                .query(byte[].class)
                .single();
    }

    /** Those that count, unless their key is one of practice. */
    List<SeatOfPerson> confirmedOf(String authority) {
        return db.sql("select * from cooperation.seat where authority = :authority and confirmed and ended_at is null")
                .param("authority", authority)
                .query(SeatPersonRows::row)
                .list();
    }

    Optional<SeatOfPerson> find(String id) {
        return one("where id = :value", id);
    }

    Optional<SeatOfPerson> lock(String id) {
        return one("where id = :value for update", id);
    }

    /** Those of an authority that have not ended. */
    List<String> lockAll(String authority) {
        return db.sql("""
                select id from cooperation.seat where authority = :authority and ended_at is null order by id for update
                """).param("authority", authority).query(String.class).list();
    }

    Optional<SeatOfPerson> ofInvitation(byte[] invitation) {
        return one("where invitation = :value", invitation);
    }

    /** Whose key it is, once it was given and while it was not ended. */
    Optional<SeatOfPerson> ofCredential(byte[] credential) {
        return one("where credential = :value and given and ended_at is null", credential);
    }

    /** By the pseudonym that stands in acts. */
    Optional<SeatOfPerson> ofPerson(String person) {
        return one("where person = :value", person);
    }

    private Optional<SeatOfPerson> one(String where, Object value) {
        return db.sql("select * from cooperation.seat " + where)
                .param("value", value)
                .query(SeatPersonRows::row)
                .optional();
    }

    /** The newest 500. */
    List<SeatOfPerson> all() {
        return db.sql("select * from cooperation.seat order by authority, expires_at desc, id limit :most")
                .param("most", MOST)
                .query(SeatPersonRows::row)
                .list();
    }

    /** Until the end of the transaction nobody else opens a thread of this authority's seats. */
    void lockAuthority(String authority) {
        db.sql("select pg_advisory_xact_lock(410160, hashtext(:authority))")
                .param("authority", authority)
                .query((row, n) -> n)
                .list();
    }

    /** Until the end of the transaction an act to this authority is being registered; others may be, too. */
    void registers(String authority) {
        db.sql("select pg_advisory_xact_lock_shared(410161, hashtext(:authority))")
                .param("authority", authority)
                .query((row, n) -> n)
                .list();
    }

    /** Waits for what is being registered to this authority; until the end of the transaction nothing more is. */
    void waitForRegistering(String authority) {
        db.sql("select pg_advisory_xact_lock(410161, hashtext(:authority))")
                .param("authority", authority)
                .query((row, n) -> n)
                .list();
    }

    /** Seats of this authority that are in use or may still be: invitations that ran out do not count. */
    int open(String authority, Instant now) {
        return db.sql("""
                select count(*) from cooperation.seat
                 where authority = :authority and ended_at is null and (key is not null or expires_at > :now)
                """)
                .param("authority", authority)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** The newest thread of seats of this authority, if one was opened: with its first key, or anew by two officers. */
    Optional<String> thread(String authority) {
        return db.sql("select thread from " + OPENED
                        + " where authority = :authority order by at desc nulls last limit 1")
                .param("authority", authority)
                .query(String.class)
                .optional();
    }

    private static SeatOfPerson row(ResultSet row, int number) throws SQLException {
        return new SeatOfPerson(
                row.getString("id"),
                row.getString("authority"),
                row.getString("name"),
                row.getString("function"),
                row.getString("person"),
                InstantColumn.instant(row, "expires_at"),
                row.getBytes("credential"),
                row.getBytes("key"),
                row.getBoolean("copied"),
                row.getBoolean("practice"),
                row.getString("act"),
                row.getString("submitted_by"),
                InstantColumn.instantIfAny(row, "submitted_at"),
                row.getString("thread"),
                row.getBoolean("given"),
                row.getBoolean("confirmed"),
                InstantColumn.instantIfAny(row, "ended_at"));
    }
}
