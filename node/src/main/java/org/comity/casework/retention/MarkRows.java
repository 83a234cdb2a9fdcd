package org.comity.casework.retention;

import static java.time.ZoneOffset.UTC;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code cooperation.retention_mark}. */
@Repository
class MarkRows {

    private final JdbcClient db;

    MarkRows(JdbcClient db) {
        this.db = db;
    }

    /** The node's running time when it was marked. */
    Optional<Duration> marked(String what) {
        return db.sql("select running from cooperation.retention_mark where what = :what")
                .param("what", what)
                .query(Long.class)
                .optional()
                .map(Duration::ofMillis);
    }

    void mark(String what, Instant at, Duration running) {
        db.sql("""
                insert into cooperation.retention_mark (what, marked_at, running) values (:what, :at, :running)
                    on conflict do nothing
                """)
                .param("what", what)
                .param("at", at.atOffset(UTC))
                .param("running", running.toMillis())
                .update();
    }

    void unmark(String what) {
        db.sql("delete from cooperation.retention_mark where what = :what")
                .param("what", what)
                .update();
    }

    /** In order, after {@code last}; at most 200. */
    List<String> some(String last) {
        return db.sql("select what from cooperation.retention_mark where what > :last order by what limit 200")
                .param("last", last)
                .query(String.class)
                .list();
    }

    /** Counted up to 10,000. */
    long count() {
        return db.sql("select count(*) from (select from cooperation.retention_mark limit 10000) m")
                .query(Long.class)
                .single();
    }
}
