package org.comity.treaty;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.comity.treaty.KeptLine.LineState;
import org.comity.vocabulary.InstantColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code treaty.line} and {@code treaty.sheet}. */
@Repository
class TreatyRows {

    /**
     * More than all States and organisations can bring about within a lifetime of the treaty's first years. No more are entered, so
     * that none is left out where all are read and counted.
     */
    static final int MOST = 5_000;

    /** Lines on a page. */
    static final int PAGE = 200;

    private static final int MOST_SHEETS = 20;
    private static final Duration SHEETS_LAST = Duration.ofDays(1);

    private final JdbcClient db;

    TreatyRows(JdbcClient db) {
        this.db = db;
    }

    void keepSheet(String id, String name, byte[] content, String official, Instant at) {
        db.sql("delete from treaty.sheet where at < :before")
                .param("before", at.minus(SHEETS_LAST).atOffset(UTC))
                .update();
        // Of one officer the newest, so that pressing the button again and again fills nothing.
        db.sql("""
                delete from treaty.sheet where official = :by
                   and id not in (select id from treaty.sheet where official = :by order by at desc, id limit :most)
                """).param("by", official).param("most", MOST_SHEETS - 1).update();
        db.sql("insert into treaty.sheet (id, name, content, official, at) values (:id, :name, :content, :by, :at)")
                .param("id", id)
                .param("name", name)
                .param("content", content)
                .param("by", official)
                .param("at", at.atOffset(UTC))
                .update();
    }

    Optional<byte[]> sheet(String id) {
        return db.sql("select content from treaty.sheet where id = :id")
                .param("id", id)
                .query(byte[].class)
                .optional();
    }

    /** Whether one more can stand; until the end of the transaction nobody else enters one. */
    boolean hasRoom() {
        db.sql("select pg_advisory_xact_lock(440)").query((row, n) -> n).list();
        return db.sql("select count(*) from treaty.line where standing in ('WAITING', 'CONFIRMED')")
                        .query(Integer.class)
                        .single()
                < MOST;
    }

    /** Whether the same stands or waits here. */
    boolean holds(TreatyLine line) {
        return db.sql("""
                select exists (select from treaty.line
                                where party = :party and step = :step and article = :article and day = :day
                                  and (not :worded or words = :words)
                                  and standing in ('WAITING', 'CONFIRMED'))
                """)
                .param("party", line.party())
                .param("step", line.step().name())
                .param("article", line.article())
                .param("day", line.day())
                .param("worded", line.step().inWords())
                .param("words", line.words())
                .query(Boolean.class)
                .single();
    }

    /** @return false if the same stands or waits here already */
    boolean add(TreatyLine line, String official, Instant at) {
        return db.sql("""
                insert into treaty.line (party, name, organisation, step, day, number, source, article, words,
                       standing, entered_by, entered_at)
                values (:party, :name, :organisation, :step, :day, :number, :source, :article, :words,
                       'WAITING', :by, :at)
                on conflict do nothing
                """)
                        .param("party", line.party())
                        .param("name", line.name())
                        .param("organisation", line.organisation())
                        .param("step", line.step().name())
                        .param("day", line.day())
                        .param("number", line.number())
                        .param("source", line.source())
                        .param("article", line.article())
                        .param("words", line.words())
                        .param("by", official)
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    Optional<KeptLine> find(long id) {
        return db.sql("select * from treaty.line where id = :id")
                .param("id", id)
                .query(TreatyRows::row)
                .optional();
    }

    /** Those that stand, and if wanted those that wait, all of them, in the order of their days. */
    List<KeptLine> here(boolean waiting) {
        return db.sql("""
                select * from treaty.line where standing = 'CONFIRMED' or :waiting and standing = 'WAITING'
                 order by day, party, id limit :most
                """)
                .param("waiting", waiting)
                .param("most", MOST)
                .query(TreatyRows::row)
                .list();
    }

    int waiting() {
        return db.sql("select count(*) from treaty.line where standing = 'WAITING'")
                .query(Integer.class)
                .single();
    }

    /** Those that wait, in the order of their days; one more than a page, so that it is known whether there are more. */
    List<KeptLine> waiting(@Nullable KeptLine after) {
        return db.sql("""
                select * from treaty.line where standing = 'WAITING' and (day, party, id) > (:day, :party, :id)
                 order by day, party, id limit :most
                """)
                .param("day", after == null ? LocalDate.EPOCH : after.line().day())
                .param("party", after == null ? "" : after.line().party())
                .param("id", after == null ? 0 : after.id())
                .param("most", PAGE + 1)
                .query(TreatyRows::row)
                .list();
    }

    /** Of one party, all that stand, in the order of their days. */
    List<KeptLine> confirmed(String party) {
        return db.sql("""
                select * from treaty.line where party = :party and standing = 'CONFIRMED' order by day, id limit :most
                """)
                .param("party", party)
                .param("most", MOST)
                .query(TreatyRows::row)
                .list();
    }

    /** Of one party, the newest that were struck; one more than a page. */
    List<KeptLine> struck(String party) {
        return db.sql("""
                select * from treaty.line where party = :party and standing = 'STRUCK' order by id desc limit :most
                """)
                .param("party", party)
                .param("most", PAGE + 1)
                .query(TreatyRows::row)
                .list();
    }

    /** False if it was decided on meanwhile. */
    boolean decide(long id, LineState standing, String why, String official, Instant at) {
        return db.sql("""
                update treaty.line set standing = :standing, why = :why, decided_by = :by, decided_at = :at
                 where id = :id and standing = 'WAITING' and entered_by <> :by
                """)
                        .param("standing", standing.name())
                        .param("why", why)
                        .param("by", official)
                        .param("at", at.atOffset(UTC))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** False if it does not stand any more. */
    boolean strike(long id, String why, String official, Instant at) {
        return db.sql("""
                update treaty.line set standing = 'STRUCK', why = :why, struck_by = :by, struck_at = :at
                 where id = :id and standing = 'CONFIRMED'
                """)
                        .param("why", why)
                        .param("by", official)
                        .param("at", at.atOffset(UTC))
                        .param("id", id)
                        .update()
                == 1;
    }

    private static KeptLine row(ResultSet row, int number) throws SQLException {
        return new KeptLine(
                row.getLong("id"),
                new TreatyLine(
                        row.getString("party"),
                        row.getString("name"),
                        row.getBoolean("organisation"),
                        TreatyStep.valueOf(row.getString("step")),
                        row.getObject("day", LocalDate.class),
                        row.getString("number"),
                        row.getString("source"),
                        row.getString("article"),
                        row.getString("words")),
                LineState.valueOf(row.getString("standing")),
                row.getString("entered_by"),
                InstantColumn.instantIfAny(row, "decided_at"),
                row.getString("why"));
    }
}
