package org.comity.exchange.outbox;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Acts of ours that were not delivered, or got no entry, and of which nobody was told. */
@Repository
class Unanswered {

    private final JdbcClient db;

    Unanswered(JdbcClient db) {
        this.db = db;
    }

    /**
     * Oldest first, at most 200.
     *
     * @param carried since then, for what a courier carries
     */
    List<Act> since(Instant before, Instant carried) {
        return db.sql("""
                select id, subject, thread, destination, status = 'DELIVERED' as delivered,
                       status = 'DELIVERED' and last_error is not distinct from 'courier' as carried
                  from exchange.outbox
                 where action = 'ACT'
                   and alarmed_at is null
                   and (status = 'QUEUED' or (status = 'DELIVERED' and registered_at is null))
                   and greatest(created_at, not_before, settled_at) <
                       case when status = 'DELIVERED' and last_error is not distinct from 'courier'
                            then cast(:carried as timestamptz) else cast(:before as timestamptz) end
                 order by created_at
                 limit 200
                """)
                .param("before", before.atOffset(UTC))
                .param("carried", carried.atOffset(UTC))
                .query((row, n) -> new Act(
                        row.getLong("id"),
                        row.getString("subject"),
                        row.getString("thread"),
                        row.getString("destination"),
                        row.getBoolean("delivered"),
                        row.getBoolean("carried")))
                .list();
    }

    boolean told(long row, Instant at) {
        return db.sql("update exchange.outbox set alarmed_at = :at where id = :id and alarmed_at is null")
                        .param("id", row)
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    /** The keeper was asked for the same already. */
    boolean asked(String fetch, Instant since) {
        return db.sql("""
                select exists (select from exchange.outbox
                                where subject = :fetch and action = 'FETCH' and created_at > :since)
                """)
                .param("fetch", fetch)
                .param("since", since.atOffset(UTC))
                .query(Boolean.class)
                .single();
    }

    /** Acts that a courier took and that have no entry wait again. */
    void packedInVain(String destination, Instant now) {
        db.sql("""
                update exchange.outbox
                   set status = 'QUEUED', settled_at = null, next_attempt = :now, last_error = null
                 where id in (select max(o.id) from exchange.outbox o
                               where o.destination = :destination and o.action = 'ACT' and o.status = 'DELIVERED'
                                 and o.registered_at is null and o.last_error = 'courier'
                                 and not exists (select from exchange.outbox q
                                                  where q.destination = o.destination and q.action = 'ACT'
                                                    and q.subject = o.subject and q.status = 'QUEUED')
                               group by o.subject)
                """)
                .param("destination", destination)
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** Entries that a courier took, as {@code thread/n}, oldest first; at most 10,000. */
    List<String> carriedEntries(String destination) {
        return db.sql("""
                select subject from exchange.outbox
                 where destination = :destination and action = 'ENTRY' and status = 'DELIVERED' and last_error = 'courier'
                 order by id
                 limit 10000
                """)
                .param("destination", destination)
                .query(String.class)
                .list();
    }

    record Act(long row, String id, String thread, String to, boolean delivered, boolean carried) {}
}
