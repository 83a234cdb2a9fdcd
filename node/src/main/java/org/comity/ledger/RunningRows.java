package org.comity.ledger;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code ledger.running}: one row. */
@Repository
class RunningRows {

    private final JdbcClient db;

    RunningRows(JdbcClient db) {
        this.db = db;
    }

    Duration kept() {
        return Duration.ofMillis(db.sql("select milliseconds from ledger.running")
                .query(Long.class)
                .single());
    }

    /** Never back. */
    void keep(Duration total) {
        db.sql("update ledger.running set milliseconds = :total where milliseconds < :total")
                .param("total", total.toMillis())
                .update();
    }
}
