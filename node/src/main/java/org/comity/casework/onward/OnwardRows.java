package org.comity.casework.onward;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code cooperation.onward_act}: which acts the register is drawn from. */
@Repository
class OnwardRows {

    private final JdbcClient db;

    OnwardRows(JdbcClient db) {
        this.db = db;
    }

    /** Again changes nothing. */
    void add(String act, String thread, Instant at) {
        db.sql("""
                insert into cooperation.onward_act (act, thread, at) values (:act, :thread, :at)
                on conflict (act) do nothing
                """)
                .param("act", act)
                .param("thread", thread)
                .param("at", at.atOffset(UTC))
                .update();
    }

    List<Known> between(Instant from, Instant until, int most) {
        return db.sql("""
                select act, thread from cooperation.onward_act where at >= :from and at < :until order by at, act limit :most
                """)
                .param("from", from.atOffset(UTC))
                .param("until", until.atOffset(UTC))
                .param("most", most)
                .query((row, n) -> new Known(row.getString("act"), row.getString("thread")))
                .list();
    }

    record Known(String act, String thread) {}
}
