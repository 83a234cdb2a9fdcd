package org.comity.casework.retention;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code cooperation.quiet_joint}. */
@Repository
class QuietRows {

    static final int MOST = 200;

    private final JdbcClient db;

    QuietRows(JdbcClient db) {
        this.db = db;
    }

    /** In the place of what was found before. */
    void found(List<String> threads, Instant at) {
        var all = threads.toArray(String[]::new);
        db.sql("delete from cooperation.quiet_joint where thread <> all (:all)")
                .param("all", all)
                .update();
        db.sql("""
                insert into cooperation.quiet_joint (thread, found_at) select unnest(:all), :at
                    on conflict do nothing
                """).param("all", all).param("at", at.atOffset(UTC)).update();
    }

    void remove(String thread) {
        db.sql("delete from cooperation.quiet_joint where thread = :thread")
                .param("thread", thread)
                .update();
    }

    boolean has(String thread) {
        return db.sql("select exists (select from cooperation.quiet_joint where thread = :thread)")
                .param("thread", thread)
                .query(Boolean.class)
                .single();
    }

    /** By id. */
    List<String> all() {
        return db.sql("select thread from cooperation.quiet_joint order by thread limit :most")
                .param("most", MOST)
                .query(String.class)
                .list();
    }
}
