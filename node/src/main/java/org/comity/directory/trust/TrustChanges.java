package org.comity.directory.trust;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How often what this node trusts was changed, by whichever of its processes: one small read of the database. */
@Repository
class TrustChanges {

    private final JdbcClient db;

    TrustChanges(JdbcClient db) {
        this.db = db;
    }

    long count() {
        return db.sql("select coalesce(max(n), 0) from directory.change")
                .query(Long.class)
                .single();
    }
}
