package org.comity.operator;

import static java.time.ZoneOffset.UTC;

import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts how often somebody failed to sign in, in a row. */
@Profile("operator")
@Repository
class FailedSignIns {

    private static final Duration MEMORY = Duration.ofDays(1);
    private static final int LONGEST = 3_600;

    private final JdbcClient db;

    FailedSignIns(JdbcClient db) {
        this.db = db;
    }

    /** Counts one more before it is known whether it fails, so that many at once gain nothing; false if one has to wait. */
    boolean count(String who, int limit, Instant now) {
        db.sql("delete from operator.failure where last_at < :forgotten")
                .param("forgotten", now.minus(MEMORY).atOffset(UTC))
                .update();
        return db.sql("""
                        insert into operator.failure as f (who, failures, last_at)
                        values (:who, 1, :now)
                            on conflict (who) do update
                           set failures = f.failures + 1,
                               last_at = :now,
                               wait_until = case when f.failures + 1 >= :limit
                                   then cast(:now as timestamptz) + make_interval(secs =>
                                        least(:longest, 60 * power(2, least(f.failures + 1 - :limit, 20))))
                                   end
                         where f.wait_until is null
                            or f.wait_until <= :now
                        """)
                        .param("who", who)
                        .param("now", now.atOffset(UTC))
                        .param("limit", limit)
                        .param("longest", LONGEST)
                        .update()
                == 1;
    }

    void clear(String who) {
        db.sql("delete from operator.failure where who = :who")
                .param("who", who)
                .update();
    }

    /** Takes back the one that was counted for an attempt that succeeded, and what it alone made wait. */
    void takeBack(String who, int limit) {
        db.sql("""
                update operator.failure
                   set failures = greatest(failures - 1, 0),
                       wait_until = case when failures > :limit then wait_until end
                 where who = :who
                """).param("who", who).param("limit", limit).update();
    }
}
