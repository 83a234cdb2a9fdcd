package org.comity.casework.confirmation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.comity.casework.Confirmations.Confirmation;
import org.comity.casework.Confirmations.Outcome;
import org.comity.vocabulary.InstantColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code cooperation.confirmation}, with the draft that each act was. */
@Repository
class ConfirmationRows {

    private static final String ALL = """
            select c.*, d.id as draft_id, d.thread, d.reference, d.procedure, d.type, d.submitted_by
              from cooperation.confirmation c
              join cooperation.draft d on d.act = c.act
            """;

    private final JdbcClient db;

    ConfirmationRows(JdbcClient db) {
        this.db = db;
    }

    void add(String act, String goneAhead, Instant at) {
        db.sql("""
                insert into cooperation.confirmation (act, gone_ahead, at, outcome, words)
                values (:act, :by, :at, 'AWAITED', '')
                """)
                .param("act", act)
                .param("by", goneAhead)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** False if it was decided before. */
    boolean decide(String act, Outcome outcome, @Nullable String second, Instant at, String words) {
        return db.sql("""
                update cooperation.confirmation
                   set outcome = :outcome, second = :second, decided_at = :at, words = :words
                 where act = :act and outcome = 'AWAITED'
                """)
                        .param("outcome", outcome.name())
                        .param("second", second)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("words", words)
                        .param("act", act)
                        .update()
                == 1;
    }

    Optional<Confirmation> find(String act) {
        return db.sql(ALL + "where c.act = :act")
                .param("act", act)
                .query(ConfirmationRows::row)
                .optional();
    }

    /** @param after the act of the last one that was read, or null; it may be decided since */
    List<Confirmation> awaited(@Nullable String after, int limit) {
        return db.sql(ALL + """
                where c.outcome = 'AWAITED'
                  and (not exists (select from cooperation.confirmation where act = :after)
                       or (c.at, c.act) > (select at, act from cooperation.confirmation where act = :after))
                order by c.at, c.act limit :limit
                """)
                .param("after", after)
                .param("limit", limit)
                .query(ConfirmationRows::row)
                .list();
    }

    /** @param hidden threads that are left out */
    List<Confirmation> notConfirmed(Set<String> hidden, int limit) {
        return db.sql(ALL + """
                where c.outcome = 'NOT_CONFIRMED' and (d.thread is null or d.thread <> all (:hidden))
                order by c.decided_at desc, c.act limit :limit
                """)
                .param("hidden", hidden.toArray(String[]::new))
                .param("limit", limit)
                .query(ConfirmationRows::row)
                .list();
    }

    List<Confirmation> ofThread(String thread) {
        return db.sql(ALL + "where d.thread = :thread order by c.at, c.act limit 50")
                .param("thread", thread)
                .query(ConfirmationRows::row)
                .list();
    }

    private static Confirmation row(ResultSet row, int number) throws SQLException {
        return new Confirmation(
                row.getString("act"),
                row.getString("draft_id"),
                row.getString("thread"),
                row.getString("reference"),
                row.getString("procedure"),
                row.getString("type"),
                row.getString("submitted_by"),
                row.getString("gone_ahead"),
                InstantColumn.instant(row, "at"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("second"),
                InstantColumn.instantIfAny(row, "decided_at"),
                row.getString("words"));
    }
}
