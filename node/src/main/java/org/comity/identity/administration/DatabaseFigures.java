package org.comity.identity.administration;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the database does. */
@Repository
class DatabaseFigures {

    private final JdbcClient db;

    DatabaseFigures(JdbcClient db) {
        this.db = db;
    }

    /** @throws org.springframework.dao.DataAccessException if it does not answer */
    Figures look() {
        return db.sql(
                        "select pg_database_size(current_database()) as size, current_setting('server_version') as version")
                .query((row, n) -> new Figures(
                        row.getLong("size"), row.getString("version").replaceFirst(" .*", "")))
                .single();
    }

    record Figures(long size, String version) {}
}
