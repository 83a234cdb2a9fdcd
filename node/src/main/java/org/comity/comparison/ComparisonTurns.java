package org.comity.comparison;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lets those who compare with one counterpart through one by one, in whatever thread. */
@Repository
class ComparisonTurns {

    /** Of this program's locks, these. */
    private static final int COMPARISONS = 0x636f6d70;

    private final JdbcClient db;

    ComparisonTurns(JdbcClient db) {
        this.db = db;
    }

    /** Until the transaction ends. */
    void inTurn(String counterpart) {
        db.sql("select pg_advisory_xact_lock(:these, hashtext(:counterpart))")
                .param("these", COMPARISONS)
                .param("counterpart", counterpart)
                .query((row, n) -> n)
                .list();
    }
}
