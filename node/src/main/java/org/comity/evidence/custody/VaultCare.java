package org.comity.evidence.custody;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.Optional;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Of all items of the host together, what somebody may have to look at. What waits at a seat is not the host's, and its seat says how it is. */
@Repository
class VaultCare {

    static final String LONGEST_UNREAD = """
            select coalesce(scrubbed_at, begun_at) as read
              from evidence.item
             where state in ('SEALED', 'MATCHED')
               and (thread is not null or seat_thread is null)
             order by coalesce(scrubbed_at, begun_at)
             limit 1
            """;

    private final JdbcClient db;

    VaultCare(JdbcClient db) {
        this.db = db;
    }

    /** Damaged or missing. */
    long lost() {
        return db.sql("""
                select count(*)
                  from (select from evidence.item
                         where state in ('DAMAGED', 'MISSING')
                           and (thread is not null or seat_thread is null) limit 1000) as bounded
                """).query(Long.class).single();
    }

    /** Those that could not be read when they were tried last. */
    long unread() {
        return db.sql("""
                select count(*)
                  from (select from evidence.item
                         where state in ('SEALED', 'MATCHED') and unread_at is not null
                           and (thread is not null or seat_thread is null) limit 1000) as bounded
                """).query(Long.class).single();
    }

    /** Of those that are to be read again after {@code since}, when the one was read that waits longest. */
    Optional<Instant> longestUnread() {
        return db.sql(LONGEST_UNREAD)
                .query((row, n) -> InstantColumn.instant(row, "read"))
                .optional();
    }

    /** Declared destroyed before then, held by nobody, and not gone yet; empty if there is none. Counted up to 1,000. */
    Optional<Overdue> toGoSince(Instant then) {
        return db.sql("""
                select count(*) as n, min(since) as since
                  from (select (select max(time)
                                  from evidence.custody
                                 where item = i.id
                                   and what in ('destroying', 'legal-hold-ended')) as since
                          from evidence.item i
                         where state = 'DESTROYED'
                           and removed_at is null
                           and legal_hold is null
                         limit 1000) as bounded
                 where since <= :then
                """)
                .param("then", then.atOffset(UTC))
                .query((row, n) -> {
                    long late = row.getLong("n");
                    return Optional.ofNullable(InstantColumn.instantIfAny(row, "since"))
                            .map(it -> new Overdue(late, it));
                })
                .single();
    }

    /** @param since the one that waits longest was to go */
    record Overdue(long n, Instant since) {}
}
