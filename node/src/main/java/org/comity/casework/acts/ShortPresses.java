package org.comity.casework.acts;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lets the presses that send a short act of one request through one by one. */
@Repository
class ShortPresses {

    /** Of this program's locks, these. */
    private static final int SHORT_ACTS = 0x73686f72;

    private final JdbcClient db;

    ShortPresses(JdbcClient db) {
        this.db = db;
    }

    /** Until the transaction ends; a lock of the request itself would be waited for by those who change it. */
    void oneByOne(String thread) {
        db.sql("select pg_advisory_xact_lock(:these, hashtext(:thread))")
                .param("these", SHORT_ACTS)
                .param("thread", thread)
                .query((row, n) -> n)
                .list();
    }
}
