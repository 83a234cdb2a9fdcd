package org.comity.comparison;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lets those who compare in one thread, or with one counterpart in whatever thread, through one by one. */
@Repository
class ComparisonTurns {

    /** Of this program's locks, these. */
    private static final int COMPARISONS = 0x636f6d70;

    private final JdbcClient db;

    ComparisonTurns(JdbcClient db) {
        this.db = db;
    }

    /**
     * Until the transaction ends.
     *
     * @param of id of the thread, or of the counterpart
     */
    void inTurn(String of) {
        db.sql("select pg_advisory_xact_lock(:these, hashtext(:of))")
                .param("these", COMPARISONS)
                .param("of", of)
                .query((row, n) -> n)
                .list();
    }
}
