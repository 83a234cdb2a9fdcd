package org.comity.operator;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import org.comity.directory.SignedParticipantEntry;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps why entries were not admitted, and lets one of them wait anew. */
@CollatesDirectory
@Repository
class RefusedSubmissionRows {

    private static final int MOST = 50;

    private final JdbcClient db;

    RefusedSubmissionRows(JdbcClient db) {
        this.db = db;
    }

    /** @param by who did not admit it */
    record RefusedSubmission(SignedParticipantEntry signed, Instant at, String by, String why) {}

    void why(String id, String hash, String why) {
        db.sql("update operator.submission set why = :why where participant = :id and hash = :hash")
                .param("why", why)
                .param("id", id)
                .param("hash", hash)
                .update();
    }

    /** The newest of those that nobody opened again. */
    List<RefusedSubmission> newest() {
        return db.sql("""
                select * from operator.submission where status = 'REFUSED' order by decided_at desc, hash limit :most
                """)
                .param("most", MOST)
                .query((row, n) -> new RefusedSubmission(
                        SignedParticipantEntry.read(row.getBytes("json")),
                        InstantColumn.instant(row, "decided_at"),
                        row.getString("decided_by"),
                        row.getString("why")))
                .list();
    }

    /**
     * It waits from now on as if it came now, without what anybody said of it before.
     *
     * @param proven as {@link Submissions#keep} keeps it
     */
    void reopen(String id, String hash, boolean proven, Instant now) {
        db.sql("""
                update operator.submission
                   set status = 'SUBMITTED', submitted_at = :now, proven = :proven, first_by = null, first_at = null,
                       decided_by = null, decided_at = null, why = ''
                 where participant = :id and hash = :hash and status = 'REFUSED'
                """)
                .param("now", now.atOffset(UTC))
                .param("proven", proven)
                .param("id", id)
                .param("hash", hash)
                .update();
    }
}
