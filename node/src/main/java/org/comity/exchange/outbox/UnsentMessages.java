package org.comity.exchange.outbox;

import java.time.Instant;
import java.util.List;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the working messages of a thread that have not arrived: they wait, or were given up. */
@Repository
class UnsentMessages {

    private static final int MOST = 100;

    private final JdbcClient db;

    UnsentMessages(JdbcClient db) {
        this.db = db;
    }

    /** When each was handed over here. Each half has an index of its own. */
    List<Instant> of(String destination, String thread) {
        return db.sql("""
                (select created_at from exchange.outbox
                  where destination = :to and thread = :thread and status = 'QUEUED' and action = 'MESSAGE' limit :most)
                union all
                (select created_at from exchange.outbox
                  where destination = :to and thread = :thread and status = 'GIVEN_UP' and action = 'MESSAGE' limit :most)
                """)
                .param("to", destination)
                .param("thread", thread)
                .param("most", MOST)
                .query((row, _) -> InstantColumn.instant(row, "created_at"))
                .list();
    }
}
