package org.comity.exchange.quota;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts of what came from, and waits for, a participant; each over an index. */
@Repository
class QuotaRows {

    private final JdbcClient db;

    QuotaRows(JdbcClient db) {
        this.db = db;
    }

    long messages(String from, Instant since) {
        return db.sql("select count(*) from exchange.seen_message where sender = :from and at > :since")
                .param("from", from)
                .param("since", since.atOffset(UTC))
                .query(Long.class)
                .single();
    }

    /** Whether so many things were settled since then: delivered to it, or given up. */
    boolean settled(String destination, Instant since, long many) {
        return db.sql("""
                select count(*) from (select from exchange.outbox
                                       where destination = :destination and settled_at > :since
                                       limit :many) as settled
                """)
                        .param("destination", destination)
                        .param("since", since.atOffset(UTC))
                        .param("many", many)
                        .query(Long.class)
                        .single()
                >= many;
    }

    /** Whether so many things wait for it. */
    boolean waits(String destination, long many) {
        return db.sql("""
                select count(*) from (select from exchange.outbox
                                       where destination = :destination and status = 'QUEUED'
                                       limit :many) as waiting
                """)
                        .param("destination", destination)
                        .param("many", many)
                        .query(Long.class)
                        .single()
                >= many;
    }
}
