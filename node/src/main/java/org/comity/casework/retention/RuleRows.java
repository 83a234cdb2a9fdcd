package org.comity.casework.retention;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.Optional;
import org.comity.vocabulary.InstantColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code cooperation.retention_rule}: the rule that this node was last started with, and since when. */
@Repository
class RuleRows {

    private final JdbcClient db;

    RuleRows(JdbcClient db) {
        this.db = db;
    }

    Optional<Kept> kept() {
        return db.sql("select days, since from cooperation.retention_rule")
                .query((row, n) -> new Kept(row.getObject("days", Long.class), InstantColumn.instant(row, "since")))
                .optional();
    }

    void keep(@Nullable Long days, Instant since) {
        db.sql("""
                insert into cooperation.retention_rule (days, since) values (:days, :since)
                    on conflict (one) do update set days = excluded.days, since = excluded.since
                """).param("days", days).param("since", since.atOffset(UTC)).update();
    }

    /** @param days after the end; null: no rule */
    record Kept(@Nullable Long days, Instant since) {}
}
