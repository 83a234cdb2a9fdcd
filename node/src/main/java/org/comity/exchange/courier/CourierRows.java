package org.comity.exchange.courier;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.exchange.Courier.Batch;
import org.comity.exchange.Courier.Waiting;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was taken out, to be fetched again until it has arrived; and for whom something waits. */
@Repository
class CourierRows {

    private final JdbcClient db;

    CourierRows(JdbcClient db) {
        this.db = db;
    }

    /**
     * Acts and entries that wait, and acts whose sending was given up because nobody was reached; at most 200 peers.
     *
     * @param hidden threads of which neither number nor hour is told
     */
    List<Waiting> waiting(Instant now, String[] hidden) {
        return db.sql("""
                select destination, count(*) filter (where thread <> all(:hidden)) as n,
                       min(created_at) filter (where thread <> all(:hidden)) as oldest
                  from exchange.outbox
                 where action in ('ACT', 'ENTRY') and not_before <= :now
                   and (status = 'QUEUED'
                        or (status = 'GIVEN_UP' and action = 'ACT' and registered_at is null and last_error = 'not-reached'))
                 group by destination order by oldest nulls last, destination limit 200
                """)
                .param("hidden", hidden)
                .param("now", now.atOffset(UTC))
                .query((row, n) -> new Waiting(
                        row.getString("destination"), row.getLong("n"), InstantColumn.instantIfAny(row, "oldest")))
                .list();
    }

    /** @param version of the peer's entry whose keys it is sealed to */
    void batch(String id, String peer, long version, String official, Instant at) {
        db.sql("insert into exchange.courier_batch (id, peer, version, official, at)"
                        + " values (:id, :peer, :version, :official, :at)")
                .param("id", id)
                .param("peer", peer)
                .param("version", version)
                .param("official", official)
                .param("at", at.atOffset(UTC))
                .update();
    }

    void file(String batch, String name, byte[] content) {
        db.sql("insert into exchange.courier_file (batch, name, content) values (:batch, :name, :content)")
                .param("batch", batch)
                .param("name", name)
                .param("content", content)
                .update();
    }

    /** Newest first, at most 20. */
    List<Batch> batches() {
        return db.sql("""
                select b.id, b.peer, b.at, count(*) as parcels, sum(octet_length(f.content)) as bytes
                  from (select * from exchange.courier_batch order by at desc, id limit 20) as b
                  join exchange.courier_file f on f.batch = b.id
                 group by b.id, b.peer, b.at order by b.at desc, b.id
                """)
                .query((row, n) -> new Batch(
                        row.getString("id"),
                        row.getString("peer"),
                        InstantColumn.instant(row, "at"),
                        row.getLong("parcels"),
                        row.getLong("bytes")))
                .list();
    }

    Optional<For> packedFor(String batch) {
        return db.sql("select peer, version from exchange.courier_batch where id = :id")
                .param("id", batch)
                .query((row, n) -> new For(row.getString("peer"), row.getLong("version")))
                .optional();
    }

    /** By name, in the order in which they are to be taken in. */
    Map<String, byte[]> files(String batch) {
        var files = new LinkedHashMap<String, byte[]>();
        db.sql("select name, content from exchange.courier_file where batch = :batch order by name")
                .param("batch", batch)
                .query(row -> {
                    files.put(row.getString("name"), row.getBytes("content"));
                });
        return files;
    }

    void forget(Instant before) {
        db.sql("delete from exchange.courier_batch where at < :before")
                .param("before", before.atOffset(UTC))
                .update();
    }

    /** @param version of the peer's entry whose keys it is sealed to; 0 if that was not kept */
    record For(String peer, long version) {}
}
