package org.comity.ledger;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When the domestic log was closed after a restore, and the epochs that it has had since its first. */
@Repository
class EpochRows {

    private final JdbcClient db;

    EpochRows(JdbcClient db) {
        this.db = db;
    }

    /** What several restores in a row brought back is what the least of them brought. */
    Optional<LogEpochs.Closed> closed() {
        return db.sql("""
                select max(closed_at) as at, min(size) as size, max(shown) as shown, max(first_officer) as first
                  from ledger.closure
                 where log = 'domestic' and opened_at is null
                having count(*) > 0
                """)
                .query((row, n) -> new LogEpochs.Closed(
                        row.getLong("size"), row.getObject("shown", Long.class), row.getString("first")))
                .optional();
    }

    /** Nobody else decides until the transaction ends. */
    void lock() {
        db.sql("select id from ledger.closure where opened_at is null order by id for update")
                .query(Long.class)
                .list();
    }

    void shown(long size) {
        db.sql("update ledger.closure set shown = greatest(shown, :size) where opened_at is null")
                .param("size", size)
                .update();
    }

    void first(String officer, Instant at) {
        db.sql("update ledger.closure set first_officer = :officer, first_at = :at where opened_at is null")
                .param("officer", officer)
                .param("at", at.atOffset(UTC))
                .update();
    }

    void open(Instant at) {
        db.sql("update ledger.closure set opened_at = :at where opened_at is null")
                .param("at", at.atOffset(UTC))
                .update();
    }

    void begin(String name, Instant at) {
        db.sql("insert into ledger.epoch (name, log, opened_at) values (:name, 'domestic', :at)")
                .param("name", name)
                .param("at", at.atOffset(UTC))
                .update();
    }

    /** Oldest first, without the first epoch. */
    List<String> names() {
        return db.sql("select name from ledger.epoch where log = 'domestic' order by opened_at, name")
                .query(String.class)
                .list();
    }

    /** The log's name now. */
    String name() {
        var names = names();
        return names.isEmpty() ? TreeRows.DOMESTIC : names.getLast();
    }
}
