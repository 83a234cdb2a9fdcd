package org.comity.casework.requests;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.Optional;
import org.comity.vocabulary.InstantColumn;
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
                update cooperation.request set their_case = :number, their_case_at = :at, changed_at = :at
                 where thread = :thread
                """)
                .param("thread", thread)
                .param("number", number)
                .param("at", at.atOffset(UTC))
                .update();
    }

    Optional<Instant> corrected(String thread) {
        return db.sql(
                        "select their_case_at from cooperation.request where thread = :thread and their_case_at is not null")
                .param("thread", thread)
                .query((row, _) -> InstantColumn.instant(row, "their_case_at"))
                .optional();
    }
}
