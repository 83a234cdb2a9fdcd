package org.comity.intelligence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.comity.casework.BeforeForgetting;
import org.comity.intelligence.stix.IndexedObject;
import org.comity.thread.Threads.KeptAct;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists the objects of bundles in the order in which they came here: table {@code intelligence.object}. */
@Repository
class ObjectRows implements BeforeForgetting {

    /** Of this program's locks, this. */
    private static final int ADDING = 0x73746978;

    private static final String FROM = """
            select * from intelligence.object it
             where given = :given and thread <> all(:hidden) and (light is null or light = any(:lights))
               and added > :after
            """;
    private static final String OTHER = """
            select 1 from intelligence.object o
             where o.given = it.given and o.id = it.id and o.thread <> all(:hidden)
               and (o.light is null or o.light = any(:lights))
            """;
    /** The same version that several acts told is one object, from when it was told first. */
    private static final String ONCE =
            " and not exists (" + OTHER + " and o.version = it.version and o.added < it.added)";

    private static final String LAST = " and not exists (" + OTHER + " and o.version > it.version)";
    private static final String FIRST = " and not exists (" + OTHER + " and o.version < it.version)";

    private final JdbcClient db;

    ObjectRows(JdbcClient db) {
        this.db = db;
    }

    /**
     * One object where it lies.
     *
     * @param name of the file in its act; empty where it is written of what the act names
     */
    record ObjectRow(
            Instant added,
            String act,
            String name,
            String thread,
            int place,
            String id,
            String type,
            Instant version) {}

    /** Of whose act it is; {@code hidden} threads and those under a label that is not among {@code lights} are not there. */
    record Shelf(boolean given, Set<String> hidden, Collection<String> lights) {}

    /** Each gets a time of its own, after all that are there: whoever asks for what came later misses none. */
    void add(String act, String name, String thread, boolean given, List<IndexedObject> objects, Instant now) {
        if (objects.isEmpty() || known(act, name)) return;
        db.sql("select pg_advisory_xact_lock(:adding)")
                .param("adding", ADDING)
                .query((_, n) -> n)
                .list();
        var last = db.sql("select coalesce(max(added), 'epoch') as last from intelligence.object")
                .query((row, _) -> InstantColumn.instant(row, "last"))
                .single();
        var first = last.isBefore(now) ? now.truncatedTo(ChronoUnit.MICROS) : last;
        for (int n = 0; n < objects.size(); n++) {
            var added = first.plus(n + 1, ChronoUnit.MICROS);
            var each = objects.get(n);
            var version = each.version();
            var light = each.light();
            db.sql("""
                    insert into intelligence.object (added, act, name, thread, place, given, id, type, version, light)
                    values (:added, :act, :name, :thread, :place, :given, :id, :type, :version, :light)
                    """)
                    .param("added", InstantColumn.value(added))
                    .param("act", act)
                    .param("name", name)
                    .param("thread", thread)
                    .param("place", each.place())
                    .param("given", given)
                    .param("id", each.id())
                    .param("type", each.type())
                    .param("version", InstantColumn.value(version == null ? added : version))
                    .param("light", light == null ? null : light.word())
                    .update();
        }
    }

    private boolean known(String act, String name) {
        return db.sql("select exists (select 1 from intelligence.object where act = :act and name = :name)")
                .param("act", act)
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    /** In the order in which they were added, at most {@code limit}. */
    List<ObjectRow> page(Shelf shelf, ObjectFilter filter, Instant after, int limit) {
        var versions = switch (filter.versions()) {
            case "last" -> LAST;
            case "first" -> FIRST;
            case "all" -> "";
            default -> " and version = any(cast(:versions as timestamptz[]))";
        };
        var sql = FROM
                + (filter.ids().isEmpty() ? "" : " and id = any(:ids)")
                + (filter.types().isEmpty() ? "" : " and type = any(:types)")
                + versions
                + ONCE
                + " order by added limit :limit";
        return db.sql(sql)
                .param("given", shelf.given())
                .param("hidden", shelf.hidden().toArray(String[]::new))
                .param("lights", shelf.lights().toArray(String[]::new))
                .param("after", InstantColumn.value(after))
                .param("ids", filter.ids().toArray(String[]::new))
                .param("types", filter.types().toArray(String[]::new))
                .param(
                        "versions",
                        filter.exactly().stream().map(Instant::toString).toArray(String[]::new))
                .param("limit", limit)
                .query(ObjectRows::row)
                .list();
    }

    private static ObjectRow row(ResultSet row, int number) throws SQLException {
        return new ObjectRow(
                InstantColumn.instant(row, "added"),
                row.getString("act"),
                row.getString("name"),
                row.getString("thread"),
                row.getInt("place"),
                row.getString("id"),
                row.getString("type"),
                InstantColumn.instant(row, "version"));
    }

    @Override
    public void forgetting(KeptAct act) {
        db.sql("delete from intelligence.object where act = :act")
                .param("act", act.id())
                .update();
    }

    @Override
    public void forgetting(String thread) {
        db.sql("delete from intelligence.object where thread = :thread")
                .param("thread", thread)
                .update();
    }
}
