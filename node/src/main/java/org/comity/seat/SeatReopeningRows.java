package org.comity.seat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code cooperation.seat_reopening}. */
@Repository
class SeatReopeningRows {

    /** An act that opens the seats of an authority anew, as its second officer reads it. */
    record Waiting(String act, String authority, byte[] json, byte[] pdf, String askedBy, Instant askedAt) {}

    private final JdbcClient db;

    SeatReopeningRows(JdbcClient db) {
        this.db = db;
    }

    void add(Waiting it, String thread) {
        db.sql("""
                insert into cooperation.seat_reopening (act, authority, thread, json, pdf, asked_by, asked_at)
                values (:act, :authority, :thread, :json, :pdf, :by, :at)
                """)
                .param("act", it.act())
                .param("authority", it.authority())
                .param("thread", thread)
                .param("json", it.json())
                .param("pdf", it.pdf())
                .param("by", it.askedBy())
                .param("at", it.askedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Waiting> waiting(String authority) {
        return waiting(authority, "");
    }

    Optional<Waiting> lock(String authority) {
        return waiting(authority, "for update");
    }

    private Optional<Waiting> waiting(String authority, String lock) {
        return db.sql("select * from cooperation.seat_reopening where authority = :authority and approved_at is null "
                        + lock)
                .param("authority", authority)
                .query(SeatReopeningRows::row)
                .optional();
    }

    void approved(String act, Instant at) {
        db.sql("update cooperation.seat_reopening set approved_at = :at where act = :act")
                .param("act", act)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void takenBack(String act) {
        db.sql("delete from cooperation.seat_reopening where act = :act and approved_at is null")
                .param("act", act)
                .update();
    }

    /** The newest thread of seats of every authority that has one, by authority. */
    Map<String, String> threads() {
        var all = new TreeMap<String, String>();
        db.sql("select distinct on (authority) authority, thread from " + SeatPersonRows.OPENED
                        + " order by authority, at desc nulls last")
                .query((row, _) -> all.put(row.getString("authority"), row.getString("thread")))
                .list();
        return all;
    }

    private static Waiting row(ResultSet row, int number) throws SQLException {
        return new Waiting(
                row.getString("act"),
                row.getString("authority"),
                row.getBytes("json"),
                row.getBytes("pdf"),
                row.getString("asked_by"),
                InstantColumn.instant(row, "asked_at"));
    }
}
