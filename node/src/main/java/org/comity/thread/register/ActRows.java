package org.comity.thread.register;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.proof.act.Envelope;
import org.comity.proof.form.CanonicalJson;
import org.comity.thread.SealedAct;
import org.comity.thread.SeatApprovals;
import org.comity.thread.Threads;
import org.comity.thread.Threads.KeptAct;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Acts: envelopes for good, bodies and containers until retention deletes them. */
@Repository
class ActRows {

    static final String KEPT = """
            select a.*, b.json as body, e.effect, e.time as registered_at
              from thread.act a
              left join thread.body b on b.act = a.id
              left join thread.entry e on e.act = a.id
            """;

    static final String OURS = KEPT + """
              join thread.thread t on t.id = a.thread
             where a.ours and a.type = :type and t.counterpart = :counterpart and a.recalled_at is null
               and coalesce(a.held_until, a.kept_at) > :after and coalesce(a.held_until, a.kept_at) < :before
             order by coalesce(a.held_until, a.kept_at) desc, a.id
             limit 200
            """;

    static final String REGISTERED = """
             where a.thread = :thread and a.n > :after
             order by a.n
             limit 200
            """;

    /** Two looks into the index of the thread's numbers: joined by "or" they would be one through all that have one. */
    static final String UNREGISTERED = """
             where a.id in (
                   (select id from thread.act where thread = :thread and n is null and (kept_at, id) > (:kept, :id)
                     order by kept_at, id limit 200)
                   union all
                   (select id from thread.act where thread = :thread and n > :n and (kept_at, id) > (:kept, :id)
                     order by kept_at, id limit 200))
             order by a.kept_at, a.id
             limit 200
            """;

    private final JdbcClient db;
    private final SeatApprovals approvals;

    ActRows(JdbcClient db, SeatApprovals approvals) {
        this.db = db;
        this.approvals = approvals;
    }

    void add(SealedAct sealed, boolean ours, Instant at) {
        var act = sealed.act();
        db.sql("""
                insert into thread.act (id, thread, type, ours, envelope, container_hash, kept_at)
                values (:id, :thread, :type, :ours, :envelope, :container, :at)
                """)
                .param("id", act.id())
                .param("thread", act.envelope().thread())
                .param("type", act.envelope().type())
                .param("ours", ours)
                .param("envelope", CanonicalJson.write(act.envelope().json()))
                .param("container", sealed.containerHash())
                .param("at", at.atOffset(UTC))
                .update();
        db.sql("insert into thread.body (act, json) values (:act, :json)")
                .param("act", act.id())
                .param("json", CanonicalJson.write(act.body()))
                .update();
        db.sql("insert into thread.container (act, bytes) values (:act, :bytes)")
                .param("act", act.id())
                .param("bytes", sealed.container())
                .update();
        approvals.keep(sealed);
    }

    void registered(String id, long n) {
        db.sql("update thread.act set n = :n where id = :id")
                .param("id", id)
                .param("n", n)
                .update();
    }

    void hold(String id, Instant until) {
        db.sql("update thread.act set held_until = :until where id = :id")
                .param("id", id)
                .param("until", until.atOffset(UTC))
                .update();
    }

    void recall(String id, Instant at, String why) {
        db.sql("update thread.act set recalled_at = :at, recalled_why = :why where id = :id")
                .param("id", id)
                .param("at", at.atOffset(UTC))
                .param("why", why)
                .update();
    }

    /** Oldest hour first; those of disputed threads wait. None after a restore until what was held is taken back. */
    List<String> due(Instant now) {
        return db.sql("""
                select a.id
                  from thread.act a
                  join thread.thread t on t.id = a.thread
                 where a.n is null and a.recalled_at is null and a.held_until <= :now
                   and a.ours and t.we_keep and t.disputed is null
                   and not exists (select from thread.restoration r where r.told_at is null)
                 order by a.held_until, a.kept_at, a.id
                 limit 200
                """).param("now", now.atOffset(UTC)).query(String.class).list();
    }

    Optional<KeptAct> find(String id) {
        return db.sql(KEPT + "where a.id = :id")
                .param("id", id)
                .query(ActRows::kept)
                .optional();
    }

    Optional<KeptAct> opening(String thread) {
        return db.sql(KEPT + """
                 where a.thread = :thread
                 order by a.n nulls last, a.kept_at, a.id
                 limit 1
                """).param("thread", thread).query(ActRows::kept).optional();
    }

    List<KeptAct> openings(Collection<String> threads) {
        return list("""
                 where a.id in (
                       select distinct on (thread) id
                         from thread.act
                        where thread = any (:threads)
                        order by thread, n nulls last, kept_at, id)
                 order by a.thread
                 limit 200
                """, Map.of("threads", threads.toArray(String[]::new)));
    }

    List<KeptAct> find(Collection<String> ids) {
        return list("where a.id = any (:ids)", Map.of("ids", first(ids)));
    }

    List<KeptAct> effective(Collection<String> threads) {
        return list("""
                 where a.thread = any (:threads) and a.n is not null and e.effect = 'effective'
                 order by a.thread, a.n
                """, Map.of("threads", first(threads)));
    }

    /** Of these types, that had effect and have an entry after this one. */
    List<KeptAct> effective(String thread, Collection<String> types, long after) {
        return list("""
                 where a.thread = :thread and a.n > :after and a.type = any (:types) and e.effect = 'effective'
                 order by a.n
                 limit 200
                """, Map.of("thread", thread, "after", after, "types", types.toArray(String[]::new)));
    }

    /** In the order of the register, of those that have an entry after this one. */
    List<KeptAct> entered(String thread, long after) {
        return list(REGISTERED, Map.of("thread", thread, "after", after));
    }

    /** Those without an entry, and with one after n, oldest first: kept after this moment, or in it with a greater id. */
    List<KeptAct> unregistered(String thread, long n, Instant kept, String id) {
        return list(UNREGISTERED, Map.of("thread", thread, "n", n, "kept", kept.atOffset(UTC), "id", id));
    }

    List<KeptAct> of(String thread, int from, int limit) {
        return db.sql(KEPT + """
                 where a.id in (
                       select id
                         from thread.act
                        where thread = :thread
                        order by n nulls last, kept_at, id
                       offset :from
                        limit :limit)
                 order by a.n nulls last, a.kept_at, a.id
                """)
                .param("thread", thread)
                .param("from", from)
                .param("limit", limit)
                .query(ActRows::kept)
                .list();
    }

    int count(String thread) {
        return db.sql("select count(*) from thread.act where thread = :thread")
                .param("thread", thread)
                .query(Integer.class)
                .single();
    }

    List<String> ids(String thread) {
        return db.sql("select id from thread.act where thread = :thread order by kept_at, id limit 10000")
                .param("thread", thread)
                .query(String.class)
                .list();
    }

    List<KeptAct> unregistered(Instant before) {
        return db.sql(KEPT + """
                 where a.n is null and a.ours and a.recalled_at is null
                   and a.kept_at < :before
                 order by a.kept_at, a.id
                 limit 200
                """)
                .param("before", before.atOffset(UTC))
                .query(ActRows::kept)
                .list();
    }

    List<KeptAct> ours(String counterpart, String type, Instant after, Instant before) {
        return db.sql(OURS)
                .param("counterpart", counterpart)
                .param("type", type)
                .param("after", after.atOffset(UTC))
                .param("before", before.atOffset(UTC))
                .query(ActRows::kept)
                .list();
    }

    Optional<byte[]> container(String id, boolean whole) {
        return db.sql("select bytes from thread.container where act = :act and whole = :whole")
                .param("act", id)
                .param("whole", whole)
                .query(byte[].class)
                .optional();
    }

    boolean forget(String id, byte[] remainder, Instant at) {
        // Why it was taken back is said in words too; that it was, and when, stays.
        db.sql("""
                update thread.act
                   set forgotten_at = :at, recalled_why = case when recalled_why is not null then '' end
                 where id = :act
                """).param("act", id).param("at", at.atOffset(UTC)).update();
        db.sql("""
                update thread.thread t set stored = greatest(0, t.stored - octet_length(c.bytes) + :left)
                  from thread.act a join thread.container c on c.act = a.id
                 where a.id = :act and t.id = a.thread and not a.ours
                """).param("act", id).param("left", remainder.length).update();
        db.sql("update thread.container set bytes = :remainder, whole = false where act = :act")
                .param("act", id)
                .param("remainder", remainder)
                .update();
        approvals.forget(id);
        return db.sql("delete from thread.body where act = :act")
                        .param("act", id)
                        .update()
                == 1;
    }

    private List<KeptAct> list(String which, Map<String, Object> params) {
        return db.sql(KEPT + which).params(params).query(ActRows::kept).list();
    }

    private static String[] first(Collection<String> ids) {
        return ids.stream().limit(Threads.MOST).toArray(String[]::new);
    }

    private static KeptAct kept(ResultSet row, int number) throws SQLException {
        byte[] body = row.getBytes("body");
        long n = row.getLong("n");
        var recalled = InstantColumn.instantIfAny(row, "recalled_at");
        return new KeptAct(
                row.getString("id"),
                row.getString("thread"),
                Envelope.read(row.getBytes("envelope")),
                body == null ? Map.of() : CanonicalJson.read(body),
                body != null,
                row.getString("container_hash"),
                row.getBoolean("ours"),
                InstantColumn.instant(row, "kept_at"),
                n == 0 ? null : Long.valueOf(n),
                row.getString("effect"),
                InstantColumn.instantIfAny(row, "registered_at"),
                InstantColumn.instantIfAny(row, "held_until"),
                recalled == null ? null : new Threads.Recalled(recalled, row.getString("recalled_why")),
                InstantColumn.instantIfAny(row, "forgotten_at"));
    }
}
