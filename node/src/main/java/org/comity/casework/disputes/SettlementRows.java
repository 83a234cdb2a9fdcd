package org.comity.casework.disputes;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import org.comity.vocabulary.InstantColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code cooperation.dispute_settlement}: one a thread; what two agreed on no longer changes. */
@Repository
class SettlementRows {

    private final JdbcClient db;

    SettlementRows(JdbcClient db) {
        this.db = db;
    }

    Optional<Settlement> find(String thread) {
        return db.sql("select * from cooperation.dispute_settlement where thread = :thread")
                .param("thread", thread)
                .query(SettlementRows::row)
                .optional();
    }

    /**
     * False if two have agreed already, or another one waits than that whose place it takes.
     *
     * @param before null: none waited
     */
    boolean propose(Settlement it, @Nullable Settlement before) {
        return db.sql("""
                insert into cooperation.dispute_settlement (thread, words, continued_in, proposed_by, proposed_at)
                values (:thread, :words, :continued, :by, :at)
                on conflict (thread) do update
                   set words = excluded.words, continued_in = excluded.continued_in,
                       proposed_by = excluded.proposed_by, proposed_at = excluded.proposed_at
                 where dispute_settlement.seconded_at is null
                   and dispute_settlement.proposed_at = cast(:before as timestamptz)
                   and dispute_settlement.proposed_by = :first
                """)
                        .param("thread", it.thread())
                        .param("words", it.words())
                        .param("continued", it.continuedIn())
                        .param("by", it.proposedBy())
                        .param("at", it.proposedAt().atOffset(UTC))
                        .param(
                                "before",
                                before == null ? null : InstantColumn.value(before.proposedAt()),
                                Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("first", before == null ? "" : before.proposedBy())
                        .update()
                == 1;
    }

    /** False if two have agreed already, or the words are others than the second officer read. */
    boolean second(Settlement read, String second, Instant at) {
        return db.sql("""
                update cooperation.dispute_settlement set second = :second, seconded_at = :at
                 where thread = :thread and seconded_at is null and words = :words and continued_in = :continued
                """)
                        .param("second", second)
                        .param("at", at.atOffset(UTC))
                        .param("thread", read.thread())
                        .param("words", read.words())
                        .param("continued", read.continuedIn())
                        .update()
                == 1;
    }

    private static Settlement row(ResultSet row, int number) throws SQLException {
        return new Settlement(
                row.getString("thread"),
                row.getString("words"),
                row.getString("continued_in"),
                row.getString("proposed_by"),
                InstantColumn.instant(row, "proposed_at"),
                row.getString("second"),
                InstantColumn.instantIfAny(row, "seconded_at"));
    }
}
