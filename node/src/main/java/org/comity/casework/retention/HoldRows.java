package org.comity.casework.retention;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.comity.casework.LegalHolds.Hold;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code cooperation.legal_hold}. */
@Repository
class HoldRows {

    private final JdbcClient db;

    HoldRows(JdbcClient db) {
        this.db = db;
    }

    /** @return false if one stands already */
    boolean add(String thread, String why, String by, Instant at) {
        return db.sql("""
                insert into cooperation.legal_hold (thread, why, set_by, set_at)
                values (:thread, :why, :by, :at)
                on conflict do nothing
                """)
                        .param("thread", thread)
                        .param("why", why)
                        .param("by", by)
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    /** @return false if none stands */
    boolean end(String thread, String by, Instant at) {
        return db.sql("""
                update cooperation.legal_hold set ended_by = :by, ended_at = :at
                 where thread = :thread and ended_at is null
                """)
                        .param("thread", thread)
                        .param("by", by)
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    Optional<Hold> of(String thread) {
        return db.sql("select * from cooperation.legal_hold where thread = :thread and ended_at is null")
                .param("thread", thread)
                .query(HoldRows::hold)
                .optional();
    }

    List<Hold> standing(Set<String> hidden, String after, int most) {
        return db.sql("""
                select * from cooperation.legal_hold where ended_at is null and thread <> all (:hidden)
                   and (:after = ''
                        or (set_at, id) < (select set_at, id from cooperation.legal_hold
                                            where thread = :after order by id desc limit 1))
                 order by set_at desc, id desc limit :most
                """)
                .param("hidden", hidden.toArray(String[]::new))
                .param("after", after)
                .param("most", most)
                .query(HoldRows::hold)
                .list();
    }

    private static Hold hold(ResultSet row, int number) throws SQLException {
        return new Hold(
                row.getString("thread"),
                row.getString("why"),
                row.getString("set_by"),
                InstantColumn.instant(row, "set_at"));
    }
}
