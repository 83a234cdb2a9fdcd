package org.comity.evidence.custody;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.evidence.Item;
import org.comity.evidence.ItemsFromSeats.Hand;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps which participant added an item from its seat, for which thread, and which of them were not handed over yet. */
@Repository
class SeatItemRows {

    /** Any number; whoever begins one waits for whoever is beginning another. */
    private static final long ONE_AT_A_TIME = 325_063;

    private final JdbcClient db;

    SeatItemRows(JdbcClient db) {
        this.db = db;
    }

    void inTurn() {
        db.sql("select pg_advisory_xact_lock(:key)")
                .param("key", ONE_AT_A_TIME)
                .query()
                .listOfRows();
    }

    /** @param files and {@code bytes} that wait to be handed over, @param sinceYesterday bytes begun within a day */
    record Held(long files, long bytes, long sinceYesterday) {}

    Held held(String participant, Instant yesterday) {
        return db.sql("""
                select count(*) filter (where waits) as files,
                       coalesce(sum(seat_bytes) filter (where waits), 0) as bytes,
                       coalesce(sum(seat_bytes) filter (where begun_at > :yesterday), 0) as fresh
                  from (select seat_bytes, begun_at, thread is null and state <> 'GIVEN_UP' as waits
                          from evidence.item
                         where seat_participant = :participant) as theirs
                """)
                .param("participant", participant)
                .param("yesterday", yesterday.atOffset(UTC))
                .query((row, _) -> new Held(row.getLong("files"), row.getLong("bytes"), row.getLong("fresh")))
                .single();
    }

    /** Bytes that may still come, from all seats. */
    long promised() {
        return db.sql("""
                select coalesce(sum(seat_bytes), 0)
                  from evidence.item
                 where seat_participant is not null and thread is null and state = 'ADDING'
                """).query(Long.class).single();
    }

    void bind(UUID item, Hand by, long bytes) {
        db.sql("""
                update evidence.item
                   set seat_thread = :thread, seat_participant = :participant, seat_bytes = :bytes
                 where id = :id
                """)
                .param("thread", by.thread())
                .param("participant", by.participant())
                .param("bytes", bytes)
                .param("id", item)
                .update();
    }

    /** So many are promised to it, or it has so many. */
    long bytes(UUID item) {
        return db.sql("select seat_bytes from evidence.item where id = :id")
                .param("id", item)
                .query(Long.class)
                .single();
    }

    /** Whole, it has so many; or so many came, and no more will. */
    void sized(UUID item, long bytes) {
        db.sql("update evidence.item set seat_bytes = :bytes where id = :id")
                .param("bytes", bytes)
                .param("id", item)
                .update();
    }

    Optional<Item> find(UUID item, Hand by) {
        return db.sql("""
                select *
                  from evidence.item
                 where id = :id and seat_participant = :participant and seat_thread = :thread and thread is null
                """)
                .param("id", item)
                .param("participant", by.participant())
                .param("thread", by.thread())
                .query(ItemRows::item)
                .optional();
    }

    List<Item> waiting(Hand by) {
        return db.sql("""
                select *
                  from evidence.item
                 where seat_participant = :participant and seat_thread = :thread and thread is null and state <> 'GIVEN_UP'
                 order by begun_at desc, id desc
                 limit 1000
                """)
                .param("participant", by.participant())
                .param("thread", by.thread())
                .query(ItemRows::item)
                .list();
    }

    /** Locked, so that none goes while it is handed over. */
    List<Item> ready(Collection<String> named, Hand by) {
        return db.sql("""
                select *
                  from evidence.item
                 where (manifest_sha256 = any(:named) or id::text = any(:named))
                   and seat_participant = :participant and seat_thread = :thread and thread is null
                   and state in ('SEALED', 'MATCHED')
                 order by begun_at, id
                   for update
                """)
                .param("named", named.toArray(String[]::new))
                .param("participant", by.participant())
                .param("thread", by.thread())
                .query(ItemRows::item)
                .list();
    }

    /** Those that wait since before then, any 100, so that none that cannot go keeps back the others. */
    List<Item> waitingSince(Instant then) {
        return db.sql("""
                select *
                  from evidence.item
                 where seat_participant is not null and thread is null and state <> 'GIVEN_UP' and begun_at < :then
                 order by random()
                 limit 100
                """)
                .param("then", then.atOffset(UTC))
                .query(ItemRows::item)
                .list();
    }

    /** Those whose last byte has not come, begun before then; any 100. */
    List<Item> unfinishedSince(Instant then) {
        return db.sql("""
                select *
                  from evidence.item
                 where seat_participant is not null and thread is null and state = 'ADDING' and begun_at < :then
                 order by random()
                 limit 100
                """)
                .param("then", then.atOffset(UTC))
                .query(ItemRows::item)
                .list();
    }
}
