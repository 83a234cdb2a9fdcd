package org.comity.evidence.custody;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.comity.evidence.Evidence;
import org.comity.evidence.Item;
import org.comity.evidence.Item.State;
import org.comity.proof.item.ItemManifest;
import org.comity.vocabulary.InstantColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps items. */
@Repository
class ItemRows {

    static final String NEVER_MATCHED = """
            select id
              from evidence.item i
             where state = 'SEALED'
               and not exists (select from evidence.custody where item = i.id and what = 'not-matched')
             order by begun_at
             limit 100
            """;

    private static final int MOST = 1000;

    private final JdbcClient db;

    ItemRows(JdbcClient db) {
        this.db = db;
    }

    void add(Item item) {
        db.sql("""
                insert into evidence.item (
                    id, name, folder, media_type, thread, declared_size, state, begun_at, begun_by, sealed_only, manifest,
                    payload_size, manifest_sha256, plain_sha256)
                values (:id, :name, :folder, :type, :thread, :size, :state, :at, :by, :sealedOnly, :manifest, :payload,
                    :sha256, :plain)
                """)
                .param("id", item.id())
                .param("name", item.name())
                .param("folder", item.folder())
                .param("type", item.mediaType())
                .param("thread", item.thread())
                .param("size", item.declaredSize())
                .param("state", item.state().name())
                .param("at", item.begunAt().atOffset(UTC))
                .param("by", item.begunBy())
                .param("sealedOnly", item.sealedOnly())
                .param("manifest", item.manifest().map(ItemManifest::json).orElse(null), Types.BINARY)
                .param("payload", item.manifest().map(it -> it.payload().size()).orElse(null))
                .param("sha256", item.manifest().map(ItemManifest::sha256).orElse(null))
                .param("plain", item.manifest().map(it -> it.plain().sha256()).orElse(null))
                .update();
    }

    /** @return false if it was sealed before */
    boolean sealed(UUID item, ItemManifest manifest) {
        return db.sql("""
                        update evidence.item
                           set state = 'SEALED', manifest = :manifest, payload_size = :payload,
                               manifest_sha256 = :sha256, plain_sha256 = :plain
                         where id = :id and state = 'ADDING'
                        """)
                        .param("manifest", manifest.json())
                        .param("payload", manifest.payload().size())
                        .param("sha256", manifest.sha256())
                        .param("plain", manifest.plain().sha256())
                        .param("id", item)
                        .update()
                == 1;
    }

    /** @return false if it is whole, or was given up before */
    boolean givenUp(UUID item) {
        return db.sql("update evidence.item set state = 'GIVEN_UP' where id = :id and state in ('ADDING', 'ARRIVING')")
                        .param("id", item)
                        .update()
                == 1;
    }

    /** @return false if it was handed over or given up before */
    boolean dropped(UUID item) {
        return db.sql("""
                        update evidence.item
                           set state = 'GIVEN_UP'
                         where id = :id and thread is null and seat_thread is not null and state <> 'GIVEN_UP'
                        """).param("id", item).update() == 1;
    }

    void handedOver(UUID item) {
        db.sql("update evidence.item set thread = seat_thread where id = :id")
                .param("id", item)
                .update();
    }

    /** @return false if it is destroyed, was given up, or is being added */
    boolean destroyed(UUID item) {
        return db.sql("""
                        update evidence.item
                           set state = 'DESTROYED'
                         where id = :id
                           and state in ('ARRIVING', 'SEALED', 'MATCHED', 'DAMAGED', 'MISSING')
                        """).param("id", item).update() == 1;
    }

    /** Given up or destroyed, still in the vault, and not held by law; any 100 of them, so that none that cannot go keeps back the others. */
    List<Item> toRemove() {
        return db.sql("""
                select *
                  from evidence.item
                 where state in ('GIVEN_UP', 'DESTROYED')
                   and removed_at is null
                   and legal_hold is null
                 order by random()
                 limit 100
                """).query(ItemRows::item).list();
    }

    void removed(UUID item, Instant at) {
        db.sql("update evidence.item set removed_at = :at where id = :id")
                .param("at", at.atOffset(UTC))
                .param("id", item)
                .update();
    }

    /** @return false if it was destroyed or given up meanwhile */
    boolean state(UUID item, State state) {
        return db.sql(
                                "update evidence.item set state = :state where id = :id and state not in ('GIVEN_UP', 'DESTROYED')")
                        .param("state", state.name())
                        .param("id", item)
                        .update()
                == 1;
    }

    /** @param why null: nothing holds it any more */
    void legalHold(UUID item, @Nullable String why) {
        db.sql("update evidence.item set legal_hold = :why where id = :id")
                .param("why", why)
                .param("id", item)
                .update();
    }

    void keepSealed(UUID item) {
        db.sql("update evidence.item set sealed_only = true where id = :id")
                .param("id", item)
                .update();
    }

    Optional<Item> find(UUID item) {
        return db.sql("select * from evidence.item where id = :id")
                .param("id", item)
                .query(ItemRows::item)
                .optional();
    }

    /** Nothing of what waits at a seat. */
    Optional<Item> shown(UUID item) {
        return db.sql("select * from evidence.item where id = :id and (thread is not null or seat_thread is null)")
                .param("id", item)
                .query(ItemRows::item)
                .optional();
    }

    Evidence.Remaining left(String thread) {
        return db.sql("""
                select coalesce(bool_or(state not in ('GIVEN_UP', 'DESTROYED')), false)
                       or exists (select from evidence.arrival
                                   where thread = :thread and state in ('WAITING', 'PAUSED', 'WHOLE')) as any,
                       coalesce(bool_or(legal_hold is not null), false) as held_by_law
                  from evidence.item
                 where thread = :thread
                """)
                .param("thread", thread)
                .query((row, n) -> new Evidence.Remaining(row.getBoolean("any"), row.getBoolean("held_by_law")))
                .single();
    }

    List<Item> newest(@Nullable String thread, boolean loose, Set<String> hidden, @Nullable UUID before, int limit) {
        return db.sql("""
                select *
                  from evidence.item
                 where (:thread::text is null or thread = :thread)
                   and (thread is not null or :loose and seat_thread is null)
                   and (thread is null or thread <> all(:hidden))
                   and (:before::uuid is null
                        or (begun_at, id) < (select begun_at, id from evidence.item where id = :before))
                 order by begun_at desc, id desc
                 limit :limit
                """)
                .param("thread", thread)
                .param("loose", loose)
                .param("hidden", hidden.toArray(String[]::new))
                .param("before", before)
                .param("limit", Math.min(limit, MOST))
                .query(ItemRows::item)
                .list();
    }

    /** Being added, newest first: to this procedure, or to none. */
    List<Item> unfinished(@Nullable String thread, int limit) {
        return db.sql("""
                select *
                  from evidence.item
                 where state = 'ADDING'
                   and thread is not distinct from :thread::text
                   and (thread is not null or seat_thread is null)
                 order by begun_at desc, id desc
                 limit :limit
                """)
                .param("thread", thread)
                .param("limit", Math.min(limit, MOST))
                .query(ItemRows::item)
                .list();
    }

    /** Those that should lie in the vault and whose id begins with these two letters, in order. */
    List<UUID> beginning(String letters) {
        return db.sql("select id from evidence.item where id between :from and :to and removed_at is null order by id")
                .param("from", UUID.fromString(letters + "000000-0000-0000-0000-000000000000"))
                .param("to", UUID.fromString(letters + "ffffff-ffff-ffff-ffff-ffffffffffff"))
                .query(UUID.class)
                .list();
    }

    /** Sealed, and nobody tried; at most 100, oldest first. */
    List<UUID> neverMatched() {
        return db.sql(NEVER_MATCHED).query(UUID.class).list();
    }

    void written(UUID item, String as) {
        db.sql("update evidence.item set written = :as where id = :id")
                .param("as", as)
                .param("id", item)
                .update();
    }

    Optional<String> written(UUID item) {
        return db.sql("select written from evidence.item where id = :id and written is not null")
                .param("id", item)
                .query(String.class)
                .optional();
    }

    /** Damaged or missing ones, newest first. */
    List<Item> lost(int limit) {
        return db.sql("""
                select *
                  from evidence.item
                 where state in ('DAMAGED', 'MISSING')
                   and (thread is not null or seat_thread is null)
                 order by begun_at desc
                 limit :limit
                """)
                .param("limit", Math.min(limit, MOST))
                .query(ItemRows::item)
                .list();
    }

    static Item item(ResultSet row, int n) throws SQLException {
        byte[] manifest = row.getBytes("manifest");
        return new Item(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("folder"),
                row.getString("media_type"),
                row.getString("thread"),
                row.getObject("declared_size", Long.class),
                State.valueOf(row.getString("state")),
                InstantColumn.instant(row, "begun_at"),
                row.getString("begun_by"),
                row.getBoolean("sealed_only"),
                row.getString("legal_hold"),
                manifest == null ? null : ItemManifest.read(manifest));
    }
}
