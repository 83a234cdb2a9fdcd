package org.comity.identity.me;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code identity.used_proof}: two presses at the same instant carry one session, and one of them counts. */
@Repository
class UsedProofs {

    private final JdbcClient db;

    UsedProofs(JdbcClient db) {
        this.db = db;
    }

    /** False if it was used before; whoever uses it meanwhile is waited for. */
    boolean first(UUID proof, Instant now, Duration remembered) {
        db.sql("delete from identity.used_proof where used_at < :forgotten")
                .param("forgotten", InstantColumn.value(now.minus(remembered)))
                .update();
        return db.sql("insert into identity.used_proof (proof, used_at) values (:proof, :now) on conflict do nothing")
                        .param("proof", proof)
                        .param("now", InstantColumn.value(now))
                        .update()
                == 1;
    }
}
