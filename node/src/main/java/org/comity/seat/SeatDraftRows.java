package org.comity.seat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.BeforeForgetting;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.seat.SeatProof;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code cooperation.seat_draft}. */
@Repository
class SeatDraftRows implements BeforeForgetting {

    static final String FORGET_ALL_BUT = """
            delete from cooperation.seat_draft
             where seat = :seat and sent_at is null and assertions is null
               and act not in (select act from cooperation.seat_draft
                                where seat = :seat and sent_at is null and assertions is null
                                order by made_at desc, act limit :most)
            """;

    static final String FORGET = """
            delete from cooperation.seat_draft
             where sent_at is null
               and made_at < case when assertions is null then cast(:before as timestamptz)
                                  else cast(:waiting as timestamptz) end
            """;

    private final JdbcClient db;

    SeatDraftRows(JdbcClient db) {
        this.db = db;
    }

    /**
     * An act as it will be signed.
     *
     * @param assertions {@code seat.json} as far as it goes; null while nobody approved
     */
    record Written(
            String act,
            String seat,
            String authority,
            String thread,
            String type,
            byte[] json,
            byte[] pdf,
            byte @Nullable [] assertions) {}

    void add(Written draft, Instant now) {
        db.sql("""
                insert into cooperation.seat_draft (act, seat, authority, thread, type, json, pdf, made_at)
                values (:act, :seat, :authority, :thread, :type, :json, :pdf, :now)
                """)
                .param("act", draft.act())
                .param("seat", draft.seat())
                .param("authority", draft.authority())
                .param("thread", draft.thread())
                .param("type", draft.type())
                .param("json", draft.json())
                .param("pdf", draft.pdf())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** By the names of the form's fields. */
    void addTyped(String act, Map<String, List<String>> typed) {
        db.sql("update cooperation.seat_draft set typed = :typed where act = :act")
                .param("typed", new String(CanonicalJson.write(typed), UTF_8))
                .param("act", act)
                .update();
    }

    /** What was typed for an act of this type in this thread; empty where nothing is kept of such a one. */
    @SuppressWarnings("unchecked")
    Map<String, List<String>> typed(String act, String authority, String thread, String type) {
        return db.sql("""
                select typed from cooperation.seat_draft
                 where act = :act and authority = :authority and thread = :thread and type = :type and typed is not null
                """)
                .param("act", act)
                .param("authority", authority)
                .param("thread", thread)
                .param("type", type)
                .query((row, _) ->
                        (Map<String, List<String>>) (Map<String, ?>) CanonicalJson.read(row.getBytes("typed")))
                .optional()
                .orElse(Map.of());
    }

    void addFiles(String act, SeatFiles files) {
        files.byName()
                .forEach((name, bytes) -> db.sql(
                                "insert into cooperation.seat_draft_file (act, name, bytes) values (:act, :name, :bytes)")
                        .param("act", act)
                        .param("name", name)
                        .param("bytes", bytes)
                        .update());
    }

    SeatFiles files(String act) {
        var files = new java.util.TreeMap<String, byte[]>();
        db.sql("select name, bytes from cooperation.seat_draft_file where act = :act")
                .param("act", act)
                .query((row, _) -> files.put(row.getString("name"), row.getBytes("bytes")))
                .list();
        return new SeatFiles(files);
    }

    /** Of this authority, not sent yet; locked. */
    Optional<Written> lock(String act, String authority) {
        return db.sql("""
                select * from cooperation.seat_draft
                 where act = :act and authority = :authority and sent_at is null for update
                """)
                .param("act", act)
                .param("authority", authority)
                .query(SeatDraftRows::row)
                .optional();
    }

    void approved(String act, byte[] assertions) {
        db.sql("update cooperation.seat_draft set assertions = :assertions where act = :act")
                .param("assertions", assertions)
                .param("act", act)
                .update();
    }

    /** @param assertions of all who approved it */
    void sent(String act, byte[] assertions, Instant now) {
        db.sql("delete from cooperation.seat_draft_file where act = :act")
                .param("act", act)
                .update();
        db.sql(
                        "update cooperation.seat_draft set sent_at = :now, assertions = :assertions, typed = null where act = :act")
                .param("assertions", assertions)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("act", act)
                .update();
    }

    /** What waits for another passkey in a thread, newest first, at most 50. */
    List<Written> waiting(String thread, String authority) {
        return db.sql("""
                select * from cooperation.seat_draft
                 where thread = :thread and authority = :authority and sent_at is null and assertions is not null
                 order by made_at desc limit 50
                """)
                .param("thread", thread)
                .param("authority", authority)
                .query(SeatDraftRows::row)
                .list();
    }

    /** Likewise wherever it is to be said. */
    List<Written> waitingAnywhere(String authority) {
        return db.sql("""
                select * from cooperation.seat_draft
                 where authority = :authority and sent_at is null and assertions is not null
                 order by made_at desc limit 50
                """)
                .param("authority", authority)
                .query(SeatDraftRows::row)
                .list();
    }

    /** Likewise of what is to open a thread. */
    List<Written> waitingToOpen(String authority) {
        return db.sql("""
                select d.* from cooperation.seat_draft d
                  join cooperation.seat_opening o on o.thread = d.thread
                 where o.authority = :authority and d.authority = :authority
                   and d.sent_at is null and d.assertions is not null
                 order by d.made_at desc limit 50
                """)
                .param("authority", authority)
                .query(SeatDraftRows::row)
                .list();
    }

    /** An act that was given with a key after that was lost. */
    record Doubtful(String act, String thread, String type) {}

    /**
     * What its key approved, as the first or as another officer's, whoever wrote it; at most 200, oldest first. What one officer
     * sent once left no assertions in its row: the key that wrote it approved it.
     */
    List<Doubtful> doubtful(SeatOfPerson seat) {
        record Sent(Doubtful act, byte @Nullable [] assertions) {}
        return db
                .sql("""
                select d.act, d.thread, d.type, d.sent_at, d.assertions
                  from cooperation.seat_draft d
                 where d.authority = :authority and (d.assertions is not null or d.seat = :seat)
                   and d.sent_at >= (select lost_since from cooperation.seat where id = :seat)
                 order by d.sent_at limit 2000
                """)
                .param("authority", seat.authority())
                .param("seat", seat.id())
                .query((row, _) -> new Sent(
                        new Doubtful(row.getString("act"), row.getString("thread"), row.getString("type")),
                        row.getBytes("assertions")))
                .list()
                .stream()
                .filter(it -> it.assertions() == null
                        || SeatProof.read(it.assertions()).given().stream()
                                .anyMatch(each -> each.person().equals(seat.person())))
                .map(Sent::act)
                .limit(200)
                .toList();
    }

    /** Of what a seat wrote and nobody approved, all but the newest so many. */
    void forgetAllBut(int most, String seat) {
        db.sql(FORGET_ALL_BUT).param("seat", seat).param("most", most).update();
    }

    /** What was written before then and never approved, or before {@code waiting} and never by the second officer. */
    void forget(Instant before, Instant waiting) {
        db.sql(FORGET)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("waiting", waiting.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public void lockingDrafts(String thread) {
        db.sql("select act from cooperation.seat_draft where thread = :thread order by act for update")
                .param("thread", thread)
                .query(String.class)
                .list();
    }

    /**
     * Who gave what stays: of a key that was lost it must be known for how long it was used. What is in hand there goes by its
     * own age, since it may still be said.
     */
    @Override
    public void forgetting(String thread) {
        db.sql("""
                update cooperation.seat_draft set json = '', pdf = '', typed = null
                 where thread = :thread and sent_at is not null and (json <> '' or pdf <> '' or typed is not null)
                """).param("thread", thread).update();
    }

    private static Written row(ResultSet row, int number) throws SQLException {
        return new Written(
                row.getString("act"),
                row.getString("seat"),
                row.getString("authority"),
                row.getString("thread"),
                row.getString("type"),
                row.getBytes("json"),
                row.getBytes("pdf"),
                row.getBytes("assertions"));
    }
}
