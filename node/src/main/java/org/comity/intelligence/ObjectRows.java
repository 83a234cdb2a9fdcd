package org.comity.intelligence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.comity.casework.BeforeForgetting;
import org.comity.intelligence.stix.IndexedObject;
import org.comity.thread.Threads.KeptAct;
import org.comity.vocabulary.InstantColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists the objects of bundles in the order in which they came here: tables {@code intelligence.object} and {@code intelligence.bound}. */
@Repository
class ObjectRows implements BeforeForgetting {

    /** Of this program's locks, this. */
    private static final int ADDING = 0x73746978;

    /** Whoever looks may be told of it: neither hidden, nor bound by a limit on its use, nor under a label that keeps it away. */
    private static String told(String of) {
        return """
                %1$s.thread <> all(:hidden) and (%1$s.light is null or %1$s.light = any(:lights))
                 and not exists (select 1 from intelligence.bound b where b.thread = %1$s.thread)
                """.formatted(of);
    }

    private static final String FROM =
            "select * from intelligence.object it where given = :given and added > :after and " + told("it");
    private static final String OTHER =
            "select 1 from intelligence.object o where o.given = it.given and o.id = it.id and " + told("o");
    /** The same version that several acts told is one object, from when it was told first. */
    private static final String ONCE =
            " and not exists (" + OTHER + " and o.version = it.version and o.added < it.added)";

    private static final String LAST = "not exists (" + OTHER + " and o.version > it.version)";
    private static final String FIRST = "not exists (" + OTHER + " and o.version < it.version)";

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
        var all = IntStream.range(0, objects.size()).boxed().toList();
        var added = all.stream().map(n -> first.plus(n + 1, ChronoUnit.MICROS)).toList();
        db.sql("""
                insert into intelligence.object (added, act, name, thread, place, given, id, type, version, light)
                select t.added, :act, :name, :thread, t.place, :given, t.id, t.type, t.version, t.light
                  from unnest(
                           cast(:added as timestamptz[]), cast(:places as int[]), cast(:ids as text[]),
                           cast(:types as text[]), cast(:versions as timestamptz[]), cast(:lights as text[]))
                       as t (added, place, id, type, version, light)
                """)
                .param("act", act)
                .param("name", name)
                .param("thread", thread)
                .param("given", given)
                .param("added", texts(added, it -> it))
                .param("places", texts(objects, IndexedObject::place))
                .param("ids", texts(objects, IndexedObject::id))
                .param("types", texts(objects, IndexedObject::type))
                .param(
                        "versions",
                        texts(
                                all,
                                n -> Objects.requireNonNullElse(objects.get(n).version(), added.get(n))))
                .param(
                        "lights",
                        texts(
                                objects,
                                it -> it.light() == null ? null : it.light().word()))
                .update();
    }

    private static <T> @Nullable String[] texts(List<T> of, Function<T, @Nullable Object> said) {
        return of.stream()
                .map(said)
                .map(it -> it == null ? null : it.toString())
                .toArray(String[]::new);
    }

    /** Of this thread some object is listed. */
    boolean lists(String thread) {
        return db.sql("select exists (select 1 from intelligence.object where thread = :thread)")
                .param("thread", thread)
                .query(Boolean.class)
                .single();
    }

    /** A limit binds us in this thread, or does no longer. */
    void bind(String thread, boolean bound) {
        db.sql(
                        bound
                                ? "insert into intelligence.bound (thread) values (:thread) on conflict do nothing"
                                : "delete from intelligence.bound where thread = :thread")
                .param("thread", thread)
                .update();
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
        var sql = FROM
                + (filter.ids().isEmpty() ? "" : " and id = any(:ids)")
                + (filter.types().isEmpty() ? "" : " and type = any(:types)")
                + versions(filter)
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

    /** Any of those that are asked for. */
    private static String versions(ObjectFilter filter) {
        if (filter.versions().contains("all")) return "";
        var any = new ArrayList<String>();
        if (filter.versions().contains("last")) any.add(LAST);
        if (filter.versions().contains("first")) any.add(FIRST);
        if (!filter.exactly().isEmpty()) any.add("version = any(cast(:versions as timestamptz[]))");
        return " and (" + String.join(" or ", any) + ")";
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
        bind(thread, false);
    }
}
