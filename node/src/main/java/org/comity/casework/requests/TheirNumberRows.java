package org.comity.casework.requests;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Their number of a request, as an officer corrected it. */
@Repository
class TheirNumberRows {

    private final JdbcClient db;

    TheirNumberRows(JdbcClient db) {
        this.db = db;
    }

    void correct(String thread, String number, Instant at) {
        db.sql("""
                update cooperation.request set their_case = :number, changed_at = :at
                 where thread = :thread
                """)
                .param("thread", thread)
                .param("number", number)
                .param("at", at.atOffset(UTC))
                .update();
    }
}
