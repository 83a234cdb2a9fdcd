package org.comity.thread.joint;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.comity.proof.act.Act;
import org.comity.proof.act.Envelope;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.register.SignedEntry;
import org.comity.thread.JointThreads.KeptAct;
import org.comity.thread.SealedAct;
import org.comity.thread.SeatApprovals;
import org.comity.vocabulary.InstantColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the acts of joint threads and their entries. */
@Repository
class JointActRows {

    /**
     * @param sealed null where only the envelope is here
     * @param containerHash of what is here, or was until its words were deleted
     * @param n null while not registered
     */
    record Kept(
            Envelope envelope,
            @Nullable SealedAct sealed,
            @Nullable String containerHash,
            @Nullable Long n,
            @Nullable Instant forgottenAt) {}

    private final JdbcClient db;
    private final SeatApprovals approvals;

    JointActRows(JdbcClient db, SeatApprovals approvals) {
        this.db = db;
        this.approvals = approvals;
    }

    /** What was deleted here by rule stays so. */
    void add(SealedAct sealed, Instant at) {
        var envelope = sealed.act().envelope();
        int kept = db.sql("""
                insert into thread.joint_act (id, thread, author, envelope, body, container, container_hash, kept_at)
                values (:id, :thread, :author, :envelope, :body, :container, :hash, :at)
                on conflict (id) do update set body = :body, container = :container, container_hash = :hash
                 where (joint_act.container is null or joint_act.n is null) and joint_act.forgotten_at is null
                """)
                .param("id", sealed.act().id())
                .param("thread", envelope.thread())
                .param("author", envelope.author())
                .param("envelope", CanonicalJson.write(envelope.json()))
                .param("body", CanonicalJson.write(sealed.act().body()))
                .param("container", sealed.container())
                .param("hash", sealed.containerHash())
                .param("at", at.atOffset(UTC))
                .update();
        if (kept == 1) approvals.keep(sealed);
    }

    void add(Envelope envelope, Instant at) {
        db.sql("""
                insert into thread.joint_act (id, thread, author, envelope, kept_at)
                values (:id, :thread, :author, :envelope, :at)
                on conflict do nothing
                """)
                .param("id", envelope.id())
                .param("thread", envelope.thread())
                .param("author", envelope.author())
                .param("envelope", CanonicalJson.write(envelope.json()))
                .param("at", at.atOffset(UTC))
                .update();
    }

    void register(SignedEntry signed, String keeper) {
        var entry = signed.entry();
        db.sql("update thread.joint_act set n = :n where id = :act")
                .param("n", entry.n())
                .param("act", entry.act())
                .update();
        db.sql("""
                insert into thread.joint_entry (thread, n, act, keeper, hash, json)
                values (:thread, :n, :act, :keeper, :hash, :json)
                """)
                .param("thread", entry.thread())
                .param("n", entry.n())
                .param("act", entry.act())
                .param("keeper", keeper)
                .param("hash", entry.hash())
                .param("json", signed.json())
                .update();
    }

    /** Of an answer of ours that did not let us in; the register itself is not here (R121). */
    void answered(SignedEntry signed) {
        db.sql("update thread.joint_act set n = :n, answer = :entry where id = :act and n is null")
                .param("n", signed.entry().n())
                .param("entry", signed.json())
                .param("act", signed.entry().act())
                .update();
    }

    Optional<Kept> find(String act) {
        return db.sql("select * from thread.joint_act where id = :id")
                .param("id", act)
                .query(JointActRows::kept)
                .optional();
    }

    /** Without an entry, oldest first. */
    List<SealedAct> waiting(String thread) {
        return db.sql("""
                select * from thread.joint_act
                 where thread = :thread and n is null and container is not null
                 order by kept_at, id limit 200
                """).param("thread", thread).query(JointActRows::kept).list().stream()
                .flatMap(it -> Optional.ofNullable(it.sealed()).stream())
                .toList();
    }

    /** Threads in which acts wait for an entry, at most 1,000. */
    List<String> threadsWaiting() {
        return db.sql("""
                select distinct thread from thread.joint_act where n is null and container is not null
                 order by thread limit 1000
                """).query(String.class).list();
    }

    /** Acts of this author that have waited since before then where it is a party, oldest first, at most 200. */
    List<Kept> unregistered(String author, Instant before) {
        return db.sql("""
                select act.* from thread.joint_act act join thread.joint on joint.id = act.thread
                 where act.author = :author and act.n is null and act.container is not null and act.kept_at < :before
                   and joint.standing = 'PARTY' and joint.disputed is null
                 order by act.kept_at, act.id limit 200
                """)
                .param("author", author)
                .param("before", before.atOffset(UTC))
                .query(JointActRows::kept)
                .list();
    }

    /** Whether one of this author's acts in this thread has been without an entry since before then. */
    boolean unregistered(String thread, String author, Instant before) {
        return db.sql("""
                select exists (select from thread.joint_act
                                where thread = :thread and author = :author and n is null and container is not null
                                  and kept_at < :before)
                """)
                .param("thread", thread)
                .param("author", author)
                .param("before", before.atOffset(UTC))
                .query(Boolean.class)
                .single();
    }

    /** What pages show of acts: no container, and the entry beside each. */
    private static final String ACTS = """
            select act.envelope, coalesce(entry.json, act.answer) as json, case when act.container is null then null else act.body end as body, act.forgotten_at
              from thread.joint_act act left join thread.joint_entry entry on entry.act = act.id
            """;

    private static final String SHOWN = ACTS + " where act.thread = :thread ";

    /** In order of n, those without an entry last: the newest 500, and of those before them the acts that are named. */
    List<KeptAct> newest(String thread, Collection<String> named) {
        return db.sql(SHOWN + """
               and (act.id = any (string_to_array(:named, ','))
                    or act.id in (select id from thread.joint_act where thread = :thread
                                   order by n desc nulls first, kept_at desc limit 500))
             order by act.n nulls last, act.kept_at
            """)
                .param("thread", thread)
                .param("named", String.join(",", named))
                .query(JointActRows::shown)
                .list();
    }

    /** In the same order, from a position on. */
    List<KeptAct> stretch(String thread, int from, int limit) {
        return db.sql(SHOWN + """
               and act.id in (select id from thread.joint_act where thread = :thread
                               order by n nulls last, kept_at, id offset :from limit :limit)
             order by act.n nulls last, act.kept_at, act.id
            """)
                .param("thread", thread)
                .param("from", from)
                .param("limit", limit)
                .query(JointActRows::shown)
                .list();
    }

    int count(String thread) {
        return db.sql("select count(*) from thread.joint_act where thread = :thread")
                .param("thread", thread)
                .query(Integer.class)
                .single();
    }

    List<KeptAct> openings(Collection<String> threads) {
        return db.sql(ACTS + " where act.thread = any (:threads) and act.n = 1")
                .param("threads", threads.toArray(String[]::new))
                .query(JointActRows::shown)
                .list();
    }

    int waitingOf(String thread, String author) {
        return db.sql("select count(*) from thread.joint_act where thread = :thread and author = :author and n is null")
                .param("thread", thread)
                .param("author", author)
                .query(Integer.class)
                .single();
    }

    Optional<SignedEntry> at(String thread, long n) {
        return db.sql("select json from thread.joint_entry where thread = :thread and n = :n")
                .param("thread", thread)
                .param("n", n)
                .query(byte[].class)
                .optional()
                .map(SignedEntry::read);
    }

    Optional<SignedEntry> of(String act) {
        return db.sql("select json from thread.joint_entry where act = :act")
                .param("act", act)
                .query(byte[].class)
                .optional()
                .map(SignedEntry::read);
    }

    /** Who kept the register when this entry was made. */
    String keeperAt(String thread, long n) {
        return db.sql("select keeper from thread.joint_entry where thread = :thread and n = :n")
                .param("thread", thread)
                .param("n", n)
                .query(String.class)
                .single();
    }

    /** @param from the first entry of a keeper's term */
    record Term(long from, String keeper) {}

    /** Who kept the register from which entry on, in order. */
    List<Term> terms(String thread) {
        return db.sql("""
                select n, keeper from (
                       select n, keeper, lag(keeper) over (order by n) as before
                         from thread.joint_entry where thread = :thread) as entry
                 where before is distinct from keeper order by n
                """)
                .param("thread", thread)
                .query((row, _) -> new Term(row.getLong("n"), row.getString("keeper")))
                .list();
    }

    List<SignedEntry> after(String thread, long n, int limit) {
        return db
                .sql("select json from thread.joint_entry where thread = :thread and n > :n order by n limit :limit")
                .param("thread", thread)
                .param("n", n)
                .param("limit", limit)
                .query(byte[].class)
                .list()
                .stream()
                .map(SignedEntry::read)
                .toList();
    }

    private static KeptAct shown(ResultSet row, int number) throws SQLException {
        byte[] body = row.getBytes("body");
        byte[] entry = row.getBytes("json");
        return new KeptAct(
                Envelope.read(row.getBytes("envelope")),
                body == null ? null : CanonicalJson.read(body),
                entry == null ? null : SignedEntry.read(entry),
                InstantColumn.instantIfAny(row, "forgotten_at"));
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        var envelope = Envelope.read(row.getBytes("envelope"));
        byte[] body = row.getBytes("body");
        byte[] container = row.getBytes("container");
        return new Kept(
                envelope,
                body == null || container == null
                        ? null
                        : new SealedAct(new Act(envelope, CanonicalJson.read(body)), container),
                row.getString("container_hash"),
                row.getObject("n", Long.class),
                InstantColumn.instantIfAny(row, "forgotten_at"));
    }
}
