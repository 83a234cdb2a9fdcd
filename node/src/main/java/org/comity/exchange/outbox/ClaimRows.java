package org.comity.exchange.outbox;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of the outbox that some process has claimed: a handful, whatever waits. */
@Repository
class ClaimRows {

    private final JdbcClient db;

    ClaimRows(JdbcClient db) {
        this.db = db;
    }

    /** What this process has claimed and does not hold may be taken by anybody, at once. */
    int free(String by, Collection<Long> held) {
        return db.sql("""
                update exchange.outbox
                   set claimed_by = null, claimed_until = null
                 where status = 'QUEUED' and claimed_by = :by and not id = any (:held)
                """)
                .param("by", by)
                .param("held", held.toArray(Long[]::new))
                .update();
    }

    /** What this process holds is not taken by another while it lasts. */
    void renew(String by, Collection<Long> held, Instant soon, Instant until) {
        db.sql("""
                update exchange.outbox
                   set claimed_until = :until
                 where status = 'QUEUED' and claimed_by = :by and id = any (:held) and claimed_until < :soon
                """)
                .param("by", by)
                .param("held", held.toArray(Long[]::new))
                .param("soon", soon.atOffset(UTC))
                .param("until", until.atOffset(UTC))
                .update();
    }
}
