package org.comity.exchange.outbox;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import org.comity.vocabulary.InstantColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Bounded looks at the outbox, for the administrator. */
@Repository
class OutboxFigures {

    private final JdbcClient db;

    OutboxFigures(JdbcClient db) {
        this.db = db;
    }

    /**
     * Held sendings are not late. Counts end at 10,000.
     *
     * @param hidden threads of which nothing is counted
     */
    Figures of(Instant now, Instant since, String[] hidden) {
        return db.sql("""
                select (select count(*) from (select 1 from exchange.outbox
                         where status = 'QUEUED' and not_before <= :now and thread <> all(:hidden) limit 10000) as a) as waiting,
                       (select min(greatest(created_at, not_before)) from (select created_at, not_before from exchange.outbox
                         where status = 'QUEUED' and not_before <= :now and thread <> all(:hidden) order by id limit 10000) as b) as oldest,
                       (select count(*) from (select 1 from exchange.outbox
                         where status = 'GIVEN_UP' and settled_at > :since and thread <> all(:hidden) limit 10000) as c) as given_up
                """)
                .param("now", now.atOffset(UTC))
                .param("hidden", hidden)
                .param("since", since.atOffset(UTC))
                .query((row, n) -> new Figures(
                        row.getLong("waiting"), InstantColumn.instantIfAny(row, "oldest"), row.getLong("given_up")))
                .single();
    }

    record Figures(long waiting, @Nullable Instant oldest, long givenUp) {}
}
