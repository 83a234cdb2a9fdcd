package org.comity.evidence.transfer;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.comity.evidence.Releases.Release;
import org.comity.proof.item.ItemManifest;
import org.comity.vocabulary.InstantColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was wrapped for others, and what of it may leave. */
@Repository
class ReleaseRows {

    private final JdbcClient db;

    ReleaseRows(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param version of the receiver's entry whose key it is wrapped for
     * @return false if it was prepared for it before
     */
    boolean prepare(UUID item, String receiver, long version, ItemManifest manifest, String header, Instant at) {
        return db.sql("""
                        insert into evidence.release (manifest, item, receiver, receiver_version, json, header, prepared_at)
                        values (:manifest, :item, :receiver, :version, :json, :header, :at)
                        on conflict (item, receiver, receiver_version) do nothing
                        """)
                        .param("manifest", manifest.sha256())
                        .param("item", item)
                        .param("receiver", receiver)
                        .param("version", version)
                        .param("json", manifest.json())
                        .param("header", header)
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    /** For the newest of the receiver's keys for which it was. */
    Optional<Leaving> prepared(UUID item, String receiver) {
        return db.sql("""
                select json, header, receiver_version from evidence.release
                 where item = :item and receiver = :receiver
                 order by receiver_version desc
                 limit 1
                """)
                .param("item", item)
                .param("receiver", receiver)
                .query(ReleaseRows::leaving)
                .optional();
    }

    /** @return false if it was released before */
    boolean release(String manifest, String thread, String act, Instant at) {
        return db.sql("""
                        update evidence.release
                           set thread = :thread, act = :act, released_at = :at
                         where manifest = :manifest
                           and released_at is null
                        """)
                        .param("manifest", manifest)
                        .param("thread", thread)
                        .param("act", act)
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    void hold(String manifest, boolean held) {
        db.sql("update evidence.release set held = :held where manifest = :manifest")
                .param("held", held)
                .param("manifest", manifest)
                .update();
    }

    void reached(String manifest, long bytes, Instant at) {
        db.sql(
                        "update evidence.release set reached = greatest(reached, :bytes), reached_at = :at where manifest = :manifest")
                .param("bytes", bytes)
                .param("at", at.atOffset(UTC))
                .param("manifest", manifest)
                .update();
    }

    /** Of items of this thread: prepared, never released, and not among {@code named}. */
    List<Withdrawn> prepared(String thread, Collection<String> named) {
        return db.sql("""
                select release.manifest, release.item, release.header
                  from evidence.release
                  join evidence.item on item.id = release.item
                 where item.thread = :thread
                   and release.released_at is null
                   and release.manifest <> all(:named)
                """)
                .param("thread", thread)
                .param("named", named.toArray(String[]::new))
                .query((row, n) -> new Withdrawn(
                        row.getString("manifest"), row.getObject("item", UUID.class), row.getString("header")))
                .list();
    }

    /** @return false if it was released meanwhile */
    boolean withdraw(String manifest) {
        return db.sql("delete from evidence.release where manifest = :manifest and released_at is null")
                        .param("manifest", manifest)
                        .update()
                == 1;
    }

    /** @param header SHA-256 of the header that was made for the receiver */
    record Withdrawn(String manifest, UUID item, String header) {}

    Optional<Release> find(String manifest) {
        return db.sql("select * from evidence.release where manifest = :manifest")
                .param("manifest", manifest)
                .query(ReleaseRows::release)
                .optional();
    }

    /** Released ones of a thread, oldest first, that follow {@code last}. */
    List<Release> after(@Nullable Release last, String thread, int limit) {
        var at = last == null ? Instant.EPOCH : Objects.requireNonNull(last.releasedAt());
        return db.sql("""
                select *
                  from evidence.release
                 where thread = :thread
                   and (released_at, manifest) > (:at, :manifest)
                 order by released_at, manifest
                 limit :limit
                """)
                .param("thread", thread)
                .param("at", at.atOffset(UTC))
                .param("manifest", last == null ? "" : last.manifest())
                .param("limit", limit)
                .query(ReleaseRows::release)
                .list();
    }

    List<Release> newest(String thread, int limit) {
        return db.sql("""
                select * from evidence.release
                 where thread = :thread
                 order by released_at desc, manifest desc
                 limit :limit
                """)
                .param("thread", thread)
                .param("limit", limit)
                .query(ReleaseRows::release)
                .list();
    }

    long count(String thread) {
        return db.sql("select count(*) from evidence.release where thread = :thread")
                .param("thread", thread)
                .query(Long.class)
                .single();
    }

    List<Release> ofItems(Collection<UUID> items) {
        return db.sql("select * from evidence.release where item = any(:items) order by prepared_at, manifest")
                .param("items", items.toArray(UUID[]::new))
                .query(ReleaseRows::release)
                .list();
    }

    /** Newest first. */
    List<Release> released(Set<String> hidden, int limit, int offset) {
        return db.sql("""
                select * from evidence.release
                 where released_at is not null and (thread is null or thread <> all(:hidden))
                 order by released_at desc, manifest
                 limit :limit offset :offset
                """)
                .param("hidden", hidden.toArray(String[]::new))
                .param("limit", limit)
                .param("offset", offset)
                .query(ReleaseRows::release)
                .list();
    }

    Optional<Leaving> leaving(String manifest) {
        return db.sql("select json, header, receiver_version from evidence.release where manifest = :manifest")
                .param("manifest", manifest)
                .query(ReleaseRows::leaving)
                .optional();
    }

    private static Leaving leaving(ResultSet row, int n) throws SQLException {
        return new Leaving(
                ItemManifest.read(row.getBytes("json")), row.getString("header"), row.getLong("receiver_version"));
    }

    /**
     * @param header SHA-256 of the receiver's header
     * @param version of the receiver's entry whose key the header is for; 0 if that was not kept
     */
    record Leaving(ItemManifest manifest, String header, long version) {}

    private static Release release(ResultSet row, int n) throws SQLException {
        return new Release(
                row.getString("manifest"),
                row.getObject("item", UUID.class),
                row.getString("receiver"),
                row.getString("thread"),
                row.getString("act"),
                InstantColumn.instantIfAny(row, "released_at"),
                row.getBoolean("held"),
                row.getLong("reached"),
                ItemManifest.read(row.getBytes("json")).payload().size());
    }
}
