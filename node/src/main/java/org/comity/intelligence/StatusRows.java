package org.comity.intelligence;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps for thirty days what became of what a program brought: table {@code intelligence.status}. */
@Repository
class StatusRows {

    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient db;

    StatusRows(JdbcClient db) {
        this.db = db;
    }

    void add(UUID id, String official, Instant now, String said) {
        db.sql("delete from intelligence.status where asked_at < :then")
                .param("then", InstantColumn.value(now.minus(KEPT)))
                .update();
        db.sql("insert into intelligence.status (id, official, asked_at, said) values (:id, :official, :now, :said)")
                .param("id", id)
                .param("official", official)
                .param("now", InstantColumn.value(now))
                .param("said", said)
                .update();
    }

    /** Of this official alone. */
    Optional<String> find(UUID id, String official) {
        return db.sql("select said from intelligence.status where id = :id and official = :official")
                .param("id", id)
                .param("official", official)
                .query(String.class)
                .optional();
    }

    /** When the newest but {@code n - 1} of this official was brought; empty where there are fewer. */
    Optional<Instant> newest(int n, String official) {
        return db.sql("""
                select asked_at from intelligence.status where official = :official
                 order by asked_at desc offset :passed limit 1
                """)
                .param("official", official)
                .param("passed", n - 1)
                .query((row, _) -> InstantColumn.instant(row, "asked_at"))
                .optional();
    }
}
