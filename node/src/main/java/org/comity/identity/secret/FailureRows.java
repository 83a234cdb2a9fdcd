package org.comity.identity.secret;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.comity.identity.settings.SignInLimits;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code identity.failure}. */
@Repository
class FailureRows {

    private static final Duration MEMORY = Duration.ofDays(1);

    private final JdbcClient db;

    FailureRows(UnpooledConnections apart) {
        this.db = JdbcClient.create(apart.source());
    }

    /** Counts one more, unless one has to wait: then false, and nothing is counted. */
    boolean count(String who, int limit, SignInLimits limits, Instant now) {
        db.sql("delete from identity.failure where last_at < :forgotten")
                .param("forgotten", Timestamp.from(now.minus(MEMORY)))
                .update();
        return db.sql("""
                        insert into identity.failure as f (who, failures, last_at)
                        values (:who, 1, :now)
                            on conflict (who) do update
                           set failures = f.failures + 1,
                               last_at = :now,
                               wait_until = case when f.failures + 1 >= :limit
                                   then cast(:now as timestamptz) + make_interval(secs =>
                                        least(:longest, :first * power(2, least(f.failures + 1 - :limit, 20))))
                                   end
                         where f.wait_until is null
                            or f.wait_until <= :now
                        """)
                        .param("who", who)
                        .param("now", Timestamp.from(now))
                        .param("limit", limit)
                        .param("first", (double) limits.firstWait().toSeconds())
                        .param("longest", (double) limits.longestWait().toSeconds())
                        .update()
                == 1;
    }

    @Nullable
    Instant waitUntil(String who) {
        return db.sql("select wait_until from identity.failure where who = :who")
                .param("who", who)
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional()
                .orElse(null);
    }

    void clear(String who) {
        db.sql("delete from identity.failure where who = :who")
                .param("who", who)
                .update();
    }

    void takeBack(String who, int limit) {
        db.sql("""
                update identity.failure
                   set failures = greatest(failures - 1, 0),
                       wait_until = case when failures > :limit then wait_until end
                 where who = :who
                """).param("who", who).param("limit", limit).update();
    }
}
