package org.comity.exchange.outbox;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was tried for days and ended, and what becomes of it. */
@Repository
class GivenUpRows {

    /** What ended because nobody was reached, and can be sent as it was: the container of an act lies in its thread. */
    private static final String MAY_GO_ON = """
            o.status = 'GIVEN_UP'
            and o.action in ('ACT', 'ENTRY', 'MESSAGE', 'REVOCATION')
            and (o.action = 'ACT' or o.payload is not null)
            and o.registered_at is null
            and %s
            """.formatted(PassingFailures.condition("o.last_error"));

    private final JdbcClient db;

    GivenUpRows(JdbcClient db) {
        this.db = db;
    }

    /** @param told whether an officer has to read it, also where one has read that it ended before */
    boolean giveUp(long id, Instant at, String error, boolean told) {
        return db.sql("""
                update exchange.outbox
                   set status = 'GIVEN_UP', settled_at = :at, last_error = :error,
                       read_at = case when :told then null else cast(:at as timestamptz) end,
                       claimed_by = null, claimed_until = null
                 where id = :id and status = 'QUEUED'
                """)
                        .param("id", id)
                        .param("at", at.atOffset(UTC))
                        .param("error", error)
                        .param("told", told)
                        .update()
                == 1;
    }

    /** The newest of each waits again, as if it had never been tried, unless it went another way meanwhile. */
    int takeUpAgain(String destination, Instant now) {
        return db.sql("""
                update exchange.outbox
                   set status = 'QUEUED', settled_at = null, next_attempt = :now, tried_since = null, attempts = 1
                 where id in (select max(o.id) from exchange.outbox o
                               where o.destination = :destination and %s
                                 and not exists (select from exchange.outbox q
                                                  where q.destination = o.destination and q.action = o.action
                                                    and q.subject = o.subject and q.status <> 'GIVEN_UP')
                               group by o.action, o.subject)
                """.formatted(MAY_GO_ON))
                .param("destination", destination)
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** What was settled before then goes, but not what may still go on. */
    int forget(Instant before) {
        return db.sql("""
                delete from exchange.outbox
                 where id in (select o.id from exchange.outbox o
                               where o.settled_at < :before and o.status <> 'QUEUED' and o.action <> 'ACT'
                                 and not (%s)
                               limit 10000)
                """.formatted(MAY_GO_ON))
                .param("before", before.atOffset(UTC))
                .update();
    }

    /**
     * A clock that went back leaves sendings that wait for a day which is far: they are due now, those that are held by an
     * officer at their hour.
     *
     * @param latest for which what failed can wait
     */
    int clockWentBack(Instant now, Instant latest) {
        return db.sql("""
                update exchange.outbox
                   set next_attempt = case when not_before <= created_at then :now else greatest(not_before, :now) end,
                       not_before = case when not_before <= created_at then least(not_before, :now) else not_before end
                 where status = 'QUEUED'
                   and claimed_by is null
                   and next_attempt > case when not_before <= created_at then :latest else greatest(not_before, :latest) end
                """)
                .param("now", now.atOffset(UTC))
                .param("latest", latest.atOffset(UTC))
                .update();
    }
}
