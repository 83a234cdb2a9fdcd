package org.comity.database;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells whether a connection to this database waits for a lock. The server of a run has the databases of all its nodes, and
 * {@code pg_locks} of all of them: what another node's job waits for says nothing here.
 */
public final class WaitingForLock {

    private WaitingForLock() {}

    public static boolean anybody(JdbcClient db) {
        return db.sql("""
                select exists (select from pg_stat_activity
                                where datname = current_database() and wait_event_type = 'Lock')
                """).query(Boolean.class).single();
    }
}
