package org.comity.exchange.door;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which working messages came in already. */
@Repository
class SeenMessages {

    private final JdbcClient db;

    SeenMessages(JdbcClient db) {
        this.db = db;
    }

    boolean first(String from, String id, Instant at) {
        return db.sql("""
                insert into exchange.seen_message (sender, id, at)
                values (:sender, :id, :at)
                on conflict do nothing
                """)
                        .param("sender", from)
                        .param("id", id)
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    int forget(Instant before) {
        return db.sql("""
                delete from exchange.seen_message
                 where (sender, id) in (select sender, id from exchange.seen_message where at < :before limit 10000)
                """).param("before", before.atOffset(UTC)).update();
    }
}
