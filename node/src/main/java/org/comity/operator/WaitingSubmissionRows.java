package org.comity.operator;

import java.time.Instant;
import java.util.List;
import org.comity.vocabulary.InstantColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads which submissions wait, without what they say. */
@CollatesDirectory
@Repository
class WaitingSubmissionRows {

    private final JdbcClient db;

    WaitingSubmissionRows(JdbcClient db) {
        this.db = db;
    }

    /** @param firstBy the officer who admitted it as the first of two, or null */
    record WaitingSubmission(
            String participant,
            Instant submittedAt,
            boolean proven,
            @Nullable String firstBy) {}

    /** Those that prove themselves first: strangers hide nobody. */
    List<WaitingSubmission> oldest(int most) {
        return db.sql("""
                select participant, submitted_at, proven, first_by from operator.submission
                 where status = 'SUBMITTED' order by proven desc, submitted_at limit :most
                """)
                .param("most", most)
                .query((row, n) -> new WaitingSubmission(
                        row.getString("participant"),
                        InstantColumn.instant(row, "submitted_at"),
                        row.getBoolean("proven"),
                        row.getString("first_by")))
                .list();
    }
}
