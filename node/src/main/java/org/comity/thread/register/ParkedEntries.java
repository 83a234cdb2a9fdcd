package org.comity.thread.register;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.comity.proof.register.Entry;
import org.comity.proof.register.SignedEntry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Entries of other keepers that wait for their act, or for an earlier entry. */
@Repository
class ParkedEntries {

    private final JdbcClient db;

    ParkedEntries(JdbcClient db) {
        this.db = db;
    }

    void add(SignedEntry signed, Instant at) {
        var entry = signed.entry();
        db.sql("""
                insert into thread.parked (thread, n, act, hash, previous, json, parked_at)
                values (:thread, :n, :act, :hash, :previous, :json, :at)
                """)
                .param("thread", entry.thread())
                .param("n", entry.n())
                .param("act", entry.act())
                .param("hash", entry.hash())
                .param("previous", entry.previous())
                .param("json", signed.json())
                .param("at", at.atOffset(UTC))
                .update();
    }

    void remove(String thread, long n) {
        db.sql("delete from thread.parked where thread = :thread and n = :n")
                .param("thread", thread)
                .param("n", n)
                .update();
    }

    Optional<SignedEntry> at(String thread, long n) {
        return db.sql("select json from thread.parked where thread = :thread and n = :n")
                .param("thread", thread)
                .param("n", n)
                .query(byte[].class)
                .optional()
                .map(SignedEntry::read);
    }

    boolean names(String thread, String act) {
        return exists("act", thread, act);
    }

    boolean holds(String thread, String hash) {
        return exists("hash", thread, hash);
    }

    /** Of this thread and all others with its counterpart. */
    int countBeside(String thread) {
        return db.sql("""
                select count(*)
                  from thread.parked
                 where thread in (select t.id from thread.thread t
                                   where t.counterpart = (select counterpart from thread.thread where id = :thread))
                """).param("thread", thread).query(Integer.class).single();
    }

    int count(String thread) {
        return db.sql("select count(*) from thread.parked where thread = :thread")
                .param("thread", thread)
                .query(Integer.class)
                .single();
    }

    /** A waiting entry follows this one by number and not by hash, or by hash and not by number. */
    boolean contradict(Entry entry) {
        return db.sql("""
                select exists (select from thread.parked
                                where thread = :thread
                                  and ((n = :next and previous <> :hash) or (n <> :next and previous = :hash)))
                """)
                .param("thread", entry.thread())
                .param("next", entry.n() + 1)
                .param("hash", entry.hash())
                .query(Boolean.class)
                .single();
    }

    /** Undisputed threads in which an entry has waited since {@code before}. */
    List<ThreadRow> waiting(Instant before) {
        return db.sql("""
                select t.* from thread.thread t
                 where t.disputed is null
                   and t.id in (select p.thread from thread.parked p where p.parked_at < :before)
                 order by t.changed_at, t.id
                 limit 200
                """)
                .param("before", before.atOffset(UTC))
                .query(ThreadRows::thread)
                .list();
    }

    private boolean exists(String column, String thread, String value) {
        return db.sql("select exists (select from thread.parked where thread = :thread and %s = :value)"
                        .formatted(column))
                .param("thread", thread)
                .param("value", value)
                .query(Boolean.class)
                .single();
    }
}
