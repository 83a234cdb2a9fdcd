package org.comity.capacity.rounds;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.Optional;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Ends what comes to nothing: a result that a second officer did not approve, and a round of which none was approved. */
@Repository
class EndingRounds {

    private final JdbcClient db;

    EndingRounds(JdbcClient db) {
        this.db = db;
    }

    /** A round that came to nothing. */
    public record EndedRound(String why, Instant at) {}

    /** From now on nobody else takes a step of it before this transaction is over. */
    void lock(String id) {
        db.sql("select id from capacity.round where id = :id for update")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    Optional<EndedRound> ended(String id) {
        return db.sql("select ended_why, ended_at from capacity.round where id = :id and ended_at is not null")
                .param("id", id)
                .query((row, n) -> new EndedRound(row.getString("ended_why"), InstantColumn.instant(row, "ended_at")))
                .optional();
    }

    /** @return false if it has ended, or a second officer approved a result of it */
    boolean end(String id, String why, String by, Instant at) {
        return db.sql("""
                update capacity.round r set ended_by = :by, ended_at = :at, ended_why = :why
                 where r.id = :id and r.ended_at is null
                   and not exists (select from capacity.solving where round = r.id and approved_at is not null)
                """)
                        .param("id", id)
                        .param("why", why)
                        .param("by", by)
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    /** @return false if it was approved or refused meanwhile */
    boolean refused(String round, int number, String why, String by, Instant at) {
        return db.sql("""
                update capacity.solving set refused_by = :by, refused_at = :at, refused_why = :why
                 where round = :round and number = :number and approved_by is null and refused_by is null and ran_by <> :by
                """)
                        .param("round", round)
                        .param("number", number)
                        .param("why", why)
                        .param("by", by)
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }
}
