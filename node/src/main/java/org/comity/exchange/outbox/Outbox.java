package org.comity.exchange.outbox;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.comity.exchange.Parcel;
import org.comity.vocabulary.InstantColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what has to leave: each row is one thing for one peer, until it is delivered, given up or recalled. */
@Repository
class Outbox {

    private static final String FREE = "(o.claimed_until is null or o.claimed_until < :now)";

    private static final String ENTRIES_UNDER_WAY = """
            exists (
                select from exchange.outbox w
                 where w.destination = o.destination
                   and w.action = 'ENTRY'
                   and w.status = 'QUEUED'
                   and w.claimed_by = :by
                   and w.claimed_until >= :now)
            """;

    /** From peer to peer, of each the row that is due first: asked every second, however much waits for one that is away. */
    static final String DUE = """
            with recursive peer as (
                 (select min(destination) as destination from exchange.outbox where status = 'QUEUED')
                 union all
                 select (select min(destination) from exchange.outbox where status = 'QUEUED' and destination > peer.destination)
                   from peer where peer.destination is not null)
            select peer.destination
              from peer
             cross join lateral (select from exchange.outbox o
                                  where o.destination = peer.destination and o.status = 'QUEUED'
                                    and o.next_attempt <= :now and %s
                                  order by o.next_attempt limit 1) as first
             limit 1000
            """.formatted(FREE);

    private final JdbcClient db;

    Outbox(JdbcClient db) {
        this.db = db;
    }

    /** Once at a time: what waits already is not added again; what was sent before leaves one row, however often it is asked for. */
    boolean add(OutboxRow row, Instant notBefore) {
        return db.sql("""
                with before as (
                    delete from exchange.outbox
                     where destination = :destination and action = :action and subject = :subject
                       and status in ('DELIVERED', 'GIVEN_UP')
                    returning registered_at)
                insert into exchange.outbox
                       (destination, action, thread, subject, payload, status, not_before, next_attempt, alone,
                        created_at, registered_at)
                values (:destination, :action, :thread, :subject, :payload, 'QUEUED', :before, :before, :alone,
                        :created, (select max(registered_at) from before))
                on conflict (destination, action, subject) where status = 'QUEUED' do nothing
                """)
                        .param("destination", row.destination())
                        .param("action", row.action().name())
                        .param("thread", row.thread())
                        .param("subject", row.subject())
                        .param("payload", row.payload())
                        .param("before", notBefore.atOffset(UTC))
                        .param("alone", row.alone())
                        .param("created", row.createdAt().atOffset(UTC))
                        .update()
                == 1;
    }

    boolean knows(String act) {
        return sent(act).isPresent();
    }

    /** Peers for whom something is due, at most 1,000. */
    List<String> due(Instant now) {
        return db.sql(DUE).param("now", now.atOffset(UTC)).query(String.class).list();
    }

    /**
     * The oldest due row of a peer whose elders in its thread have left, and what may leave together with it. While entries
     * are under way, or acts or entries rest after a parcel, those that come meanwhile wait: one parcel costs what one act
     * or entry does.
     */
    List<OutboxRow> claim(String destination, Claim claim, BundleSize together, RowsThatMayLeave which) {
        var first = claim(
                destination,
                claim,
                "%s and (o.action <> 'ENTRY' or not %s)".formatted(which.condition(), ENTRIES_UNDER_WAY),
                1);
        int most = first.isEmpty() || first.getFirst().alone()
                ? 1
                : together.most(first.getFirst().action());
        if (most == 1) {
            return first;
        }
        var like = "o.action = '%s' and not o.alone".formatted(first.getFirst().action());
        var more = claim(destination, claim, like, most - 1);
        more.addAll(first);
        more.sort(java.util.Comparator.comparingLong(OutboxRow::id));
        return more;
    }

    /** Acts and entries alone: what proves itself, whoever carries it. */
    List<OutboxRow> claimForCourier(String destination, Claim claim, int most) {
        var act = claim(destination, claim, "o.action = 'ACT'", 1);
        return act.isEmpty() ? claim(destination, claim, "o.action = 'ENTRY'", most) : act;
    }

    private List<OutboxRow> claim(String destination, Claim claim, String which, int most) {
        return new java.util.ArrayList<>(db.sql("""
                update exchange.outbox
                   set claimed_by = :by, claimed_until = :until, attempts = attempts + 1
                 where id in (
                       select o.id
                         from exchange.outbox o
                        where o.destination = :destination
                          and o.status = 'QUEUED'
                          and o.next_attempt <= :now
                          and %s
                          and %s
                          and (o.action = 'ENTRY' or not exists (
                              select from exchange.outbox e
                               where e.destination = o.destination
                                 and e.thread = o.thread
                                 and e.action = o.action
                                 and e.status = 'QUEUED'
                                 and e.id < o.id
                                 and e.not_before <= :now))
                        order by o.id
                        limit :most
                          for update skip locked)
                returning *
                """.formatted(FREE, which))
                .param("by", claim.by())
                .param("now", claim.now().atOffset(UTC))
                .param("until", claim.until().atOffset(UTC))
                .param("destination", destination)
                .param("most", most)
                .query(Outbox::row)
                .list());
    }

    /** @param packedFor the version of the peer's entry to whose keys a courier took it; null: it went by wire */
    void delivered(List<Long> ids, Instant at, @Nullable Long packedFor) {
        db.sql("""
                update exchange.outbox
                   set status = 'DELIVERED', settled_at = :at, payload = null, last_error = :how, alarmed_at = null,
                       packed_for = cast(:version as bigint), claimed_by = null, claimed_until = null
                 where id in (:ids) and status = 'QUEUED'
                """)
                .param("ids", ids)
                .param("at", at.atOffset(UTC))
                .param("how", packedFor == null ? null : "courier")
                .param("version", packedFor)
                .update();
    }

    /** @param running the node's running time, from which on it counts how long these are tried; null: it was no attempt */
    void postponed(List<Long> ids, Instant until, @Nullable Duration running, String error, boolean alone) {
        db.sql("""
                update exchange.outbox
                   set next_attempt = :until, last_error = :error, alone = alone or :alone,
                       tried_since = coalesce(tried_since, cast(:running as bigint)),
                       claimed_by = null, claimed_until = null
                 where id in (:ids) and status = 'QUEUED'
                """)
                .param("ids", ids)
                .param("until", until.atOffset(UTC))
                .param("running", running == null ? null : running.toMillis())
                .param("error", error)
                .param("alone", alone)
                .update();
    }

    /** Without keys to seal it to nothing is tried: what waits for them begins anew when they are there. */
    void waitsForKeys(String destination) {
        db.sql("""
                update exchange.outbox
                   set tried_since = null, attempts = 1
                 where destination = :destination and status = 'QUEUED' and tried_since is not null
                """).param("destination", destination).update();
    }

    /** Also one that is under way: it is carried from memory, and no row says so afterwards. */
    void forgetMessages(String thread) {
        db.sql("delete from exchange.outbox where thread = :thread and action = 'MESSAGE'")
                .param("thread", thread)
                .update();
    }

    /** Only what no attempt was made to send. */
    boolean recalled(String act, Instant at) {
        return db.sql("""
                update exchange.outbox
                   set status = 'RECALLED', settled_at = :at
                 where subject = :act and action = 'ACT' and status = 'QUEUED' and attempts = 0
                """).param("act", act).param("at", at.atOffset(UTC)).update() == 1;
    }

    /** Its keeper registered an act: whatever became of the receipt, it has arrived. */
    void registered(String act, boolean arrived, Instant at) {
        db.sql("""
                update exchange.outbox
                   set registered_at = :at,
                       status = case when :arrived and status = 'QUEUED' then 'DELIVERED' else status end,
                       settled_at = case when :arrived and status = 'QUEUED' then :at else settled_at end
                 where subject = :act and action = 'ACT' and registered_at is null
                """)
                .param("act", act)
                .param("arrived", arrived)
                .param("at", at.atOffset(UTC))
                .update();
    }

    /** After a crash: what this process had claimed is free again. */
    int free(String by, Instant now) {
        return db.sql("""
                update exchange.outbox
                   set claimed_by = null, claimed_until = null, next_attempt = greatest(not_before, least(next_attempt, :now))
                 where status = 'QUEUED' and claimed_by = :by
                """).param("by", by).param("now", now.atOffset(UTC)).update();
    }

    /** The peer is there again: no need to wait for the next attempt. */
    void hasten(String destination, Instant now) {
        db.sql("""
                update exchange.outbox
                   set next_attempt = :now
                 where destination = :destination and status = 'QUEUED'
                   and next_attempt > :now and not_before <= :now and claimed_by is null
                """)
                .param("destination", destination)
                .param("now", now.atOffset(UTC))
                .update();
    }

    Optional<Instant> notBefore(String destination, String act) {
        return db.sql("""
                select not_before from exchange.outbox
                 where destination = :destination and action = 'ACT' and subject = :act and status = 'QUEUED'
                """)
                .param("destination", destination)
                .param("act", act)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    Optional<SendingState> sent(String act) {
        return db.sql("""
                select status, attempts, created_at, next_attempt, not_before, last_error,
                       alarmed_at is not null as told
                  from exchange.outbox
                 where action = 'ACT' and subject = :act
                 order by id desc
                 limit 1
                """)
                .param("act", act)
                .query((row, n) -> new SendingState(
                        row.getString("status"),
                        row.getInt("attempts"),
                        InstantColumn.instant(row, "created_at"),
                        InstantColumn.instant(row, "next_attempt"),
                        InstantColumn.instant(row, "not_before"),
                        row.getString("last_error"),
                        row.getBoolean("told")))
                .optional();
    }

    private static OutboxRow row(ResultSet row, int number) throws SQLException {
        var since = row.getObject("tried_since", Long.class);
        return new OutboxRow(
                row.getLong("id"),
                row.getString("destination"),
                Parcel.Action.valueOf(row.getString("action")),
                row.getString("thread"),
                row.getString("subject"),
                row.getBytes("payload"),
                row.getInt("attempts"),
                row.getBoolean("alone"),
                InstantColumn.instant(row, "created_at"),
                since == null ? null : Duration.ofMillis(since));
    }

    /** One attempt: by which process, and until when nobody else may repeat it. */
    record Claim(String by, Instant now, Instant until) {}
}
