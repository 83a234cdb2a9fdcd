package org.comity.evidence.custody;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.comity.evidence.CustodyEntry.Event;
import org.comity.evidence.Item;
import org.comity.evidence.ItemsOfThread;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Asks the tables of items and releases by hash, by id, or page by page. */
@Repository
class ItemsOfThreadRows implements ItemsOfThread {

    private static final int PAGE = 500;

    private final JdbcClient db;

    ItemsOfThreadRows(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Item> under(String thread, Collection<String> manifests) {
        return db.sql("""
                select *
                  from evidence.item
                 where manifest_sha256 = any(:manifests)
                   and thread = :thread
                 order by state = 'GIVEN_UP', begun_at, id
                """)
                .param("manifests", manifests.toArray(String[]::new))
                .param("thread", thread)
                .query(ItemRows::item)
                .list();
    }

    @Override
    public Map<String, Item> named(String thread, Collection<String> manifests) {
        return named(thread, manifests, "item.thread = :thread");
    }

    @Override
    public Map<String, Item> spokenOf(String thread, Collection<String> manifests) {
        return named(
                thread, manifests, "(item.thread = :thread or item.thread is null and item.seat_thread = :thread)");
    }

    private Map<String, Item> named(String thread, Collection<String> manifests, String where) {
        var named = new HashMap<String, Item>();
        db.sql("""
                select item.*, said.manifest as said
                  from (select manifest_sha256 as manifest, id as item
                          from evidence.item
                         where manifest_sha256 = any(:manifests)
                         union all
                        select manifest, item
                          from evidence.release
                         where manifest = any(:manifests)) as said
                  join evidence.item on item.id = said.item
                 where %s
                 order by item.state = 'GIVEN_UP', item.begun_at, item.id
                """.formatted(where))
                .param("manifests", manifests.toArray(String[]::new))
                .param("thread", thread)
                .query((row, n) -> Map.entry(row.getString("said"), ItemRows.item(row, n)))
                .list()
                .forEach(it -> named.putIfAbsent(it.getKey(), it.getValue()));
        return named;
    }

    @Override
    public List<Item> some(String thread, Collection<UUID> ids) {
        return db.sql("select * from evidence.item where id = any(:ids) and thread = :thread order by begun_at, id")
                .param("ids", ids.toArray(UUID[]::new))
                .param("thread", thread)
                .query(ItemRows::item)
                .list();
    }

    @Override
    public Map<UUID, Map<Event, Instant>> last(Collection<UUID> items, Set<Event> of) {
        var last = new HashMap<UUID, Map<Event, Instant>>();
        db.sql("""
                select item.id, kind.what, entry.time
                  from unnest(:items) as item (id)
                 cross join unnest(:whats) as kind (what)
                 cross join lateral (select time
                                       from evidence.custody
                                      where item = item.id
                                        and what = kind.what
                                      order by n desc
                                      limit 1) as entry
                """)
                .param("items", items.toArray(UUID[]::new))
                .param("whats", of.stream().map(CustodyRows::word).toArray(String[]::new))
                .query((row, n) -> last.computeIfAbsent(
                                row.getObject("id", UUID.class), _ -> new EnumMap<>(Event.class))
                        .put(event(row), InstantColumn.instant(row, "time")))
                .list();
        return last;
    }

    private static Event event(ResultSet row) throws SQLException {
        return CustodyRows.event(row.getString("what"));
    }

    @Override
    public void every(String thread, Consumer<Item> each) {
        List<Item> page;
        Item last = null;
        do {
            page = after(
                    thread, last == null ? Instant.EPOCH : last.begunAt(), last == null ? new UUID(0, 0) : last.id());
            page.forEach(each);
            last = page.isEmpty() ? null : page.getLast();
        } while (page.size() == PAGE);
    }

    private List<Item> after(String thread, Instant begun, UUID id) {
        return db.sql("""
                select *
                  from evidence.item
                 where thread = :thread
                   and (begun_at, id) > (:begun, :id)
                 order by begun_at, id
                 limit :page
                """)
                .param("thread", thread)
                .param("begun", begun.atOffset(UTC))
                .param("id", id)
                .param("page", PAGE)
                .query(ItemRows::item)
                .list();
    }

    @Override
    public long whole(String thread) {
        return db.sql("select count(*) from evidence.item where thread = :thread and state in ('SEALED', 'MATCHED')")
                .param("thread", thread)
                .query(Long.class)
                .single();
    }

    @Override
    public List<Item> whole(String thread, String receiver, Collection<String> given, int limit) {
        return db.sql("""
                select *
                  from evidence.item
                 where thread = :thread
                   and state in ('SEALED', 'MATCHED')
                 order by manifest_sha256 = any(:given)
                          or exists (select
                                       from evidence.release
                                      where release.item = item.id
                                        and release.receiver = :receiver
                                        and release.released_at is not null),
                       begun_at, id
                 limit :limit
                """)
                .param("thread", thread)
                .param("receiver", receiver)
                .param("given", given.toArray(String[]::new))
                .param("limit", limit)
                .query(ItemRows::item)
                .list();
    }

    @Override
    public List<UUID> whole(String thread, String sha256) {
        return db.sql("""
                select id
                  from evidence.item
                 where thread = :thread
                   and plain_sha256 = :sha256
                   and state in ('SEALED', 'MATCHED')
                """)
                .param("thread", thread)
                .param("sha256", sha256)
                .query(UUID.class)
                .list();
    }

    @Override
    public List<UUID> begun(String thread, String folder, String name, long size) {
        return db.sql("""
                select id
                  from evidence.item
                 where thread = :thread
                   and folder = :folder
                   and name = :name
                   and declared_size = :size
                   and state = 'ADDING'
                 order by begun_at, id
                """)
                .param("thread", thread)
                .param("folder", folder)
                .param("name", name)
                .param("size", size)
                .query(UUID.class)
                .list();
    }
}
