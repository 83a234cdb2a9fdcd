package org.comity.exchange.outbox;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds acts of ours that were not delivered, or got no entry, and of which nobody was told. */
@Repository
class UnansweredActs {

    private final JdbcClient db;

    UnansweredActs(JdbcClient db) {
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
                   and not exists (select from exchange.outbox first
                                    where first.subject = outbox.subject and first.action = 'ACT' and first.id < outbox.id)
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

    /** Another party has got it, or will: it brings the act to the keeper (R135). */
    boolean copied(String act, String party) {
        return db.sql("""
                select exists (select from exchange.outbox
                                where subject = :act and action = 'ACT' and destination = :party)
                """)
                .param("act", act)
                .param("party", party)
                .query(Boolean.class)
                .single();
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

    /** To which keys lies sealed what couriers took and perhaps have not brought; 0 where that was not kept. */
    List<PackedFor> packed() {
        return db.sql("""
                select distinct destination, coalesce(packed_for, 0) as version from exchange.outbox
                 where status = 'DELIVERED' and last_error = 'courier' and registered_at is null
                """)
                .query((row, n) -> new PackedFor(row.getString("destination"), row.getLong("version")))
                .list();
    }

    /** Acts that a courier took and that have no entry wait again, as if they had never been tried. */
    void packedInVain(PackedFor keys, Instant now) {
        db.sql("""
                update exchange.outbox
                   set status = 'QUEUED', settled_at = null, next_attempt = :now, last_error = null,
                       tried_since = null, attempts = 1
                 where id in (select max(o.id) from exchange.outbox o
                               where o.destination = :destination and o.action = 'ACT' and o.status = 'DELIVERED'
                                 and o.registered_at is null and o.last_error = 'courier'
                                 and coalesce(o.packed_for, 0) = :version
                                 and not exists (select from exchange.outbox q
                                                  where q.destination = o.destination and q.action = 'ACT'
                                                    and q.subject = o.subject and q.status = 'QUEUED')
                               group by o.subject)
                """)
                .param("destination", keys.destination())
                .param("version", keys.version())
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** Entries that a courier took, oldest first, after that row; at most 200. */
    List<CarriedEntry> carriedEntries(PackedFor keys, long after) {
        return db.sql("""
                select id as row, subject from exchange.outbox
                 where destination = :destination and action = 'ENTRY' and status = 'DELIVERED' and last_error = 'courier'
                   and registered_at is null and coalesce(packed_for, 0) = :version and id > :after
                 order by id
                 limit 200
                """)
                .param("destination", keys.destination())
                .param("version", keys.version())
                .param("after", after)
                .query(CarriedEntry.class)
                .list();
    }

    /** @param version of the peer's entry */
    record PackedFor(String destination, long version) {}

    /** @param subject thread and number, as the outbox names an entry */
    record CarriedEntry(long row, String subject) {}

    record Act(long row, String id, String thread, String to, boolean delivered, boolean carried) {}
}
