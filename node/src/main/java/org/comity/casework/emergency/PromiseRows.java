package org.comity.casework.emergency;

import java.time.Instant;
import java.util.List;
import org.comity.casework.Promises.What;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code cooperation.promise}: what is open, and nothing that is done. */
@Repository
class PromiseRows {

    private static final int MOST = 50;

    private final JdbcClient db;

    PromiseRows(JdbcClient db) {
        this.db = db;
    }

    record Row(String thread, What what, Instant due) {}

    /** Said again, the later word counts. */
    void made(String thread, What what, Instant due, Instant at) {
        db.sql("""
                insert into cooperation.promise (thread, what, due, made_at) values (:thread, :what, :due, :at)
                on conflict (thread, what) do update set due = excluded.due, made_at = excluded.made_at
                """)
                .param("thread", thread)
                .param("what", what.name())
                .param("due", InstantColumn.value(due))
                .param("at", InstantColumn.value(at))
                .update();
    }

    /** @param at what happened before the promise was made does not keep it */
    void kept(String thread, What what, Instant at) {
        db.sql("delete from cooperation.promise where thread = :thread and what = :what and made_at <= :at")
                .param("thread", thread)
                .param("what", what.name())
                .param("at", InstantColumn.value(at))
                .update();
    }

    void ended(String thread) {
        db.sql("delete from cooperation.promise where thread = :thread")
                .param("thread", thread)
                .update();
    }

    List<Row> open() {
        return db.sql("select thread, what, due from cooperation.promise order by due, thread limit " + MOST)
                .query((row, n) -> new Row(
                        row.getString("thread"),
                        What.valueOf(row.getString("what")),
                        InstantColumn.instant(row, "due")))
                .list();
    }

    List<Row> of(String thread) {
        return db.sql("select thread, what, due from cooperation.promise where thread = :thread order by due")
                .param("thread", thread)
                .query((row, n) -> new Row(
                        row.getString("thread"),
                        What.valueOf(row.getString("what")),
                        InstantColumn.instant(row, "due")))
                .list();
    }
}
