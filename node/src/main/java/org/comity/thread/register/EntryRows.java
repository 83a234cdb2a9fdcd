package org.comity.thread.register;

import static java.time.ZoneOffset.UTC;

import java.util.List;
import java.util.Optional;
import org.comity.proof.register.SignedEntry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The registers: entries in order of n, and snapshots of the state on the way. */
@Repository
class EntryRows {

    private final JdbcClient db;

    EntryRows(JdbcClient db) {
        this.db = db;
    }

    void add(SignedEntry signed) {
        var entry = signed.entry();
        db.sql("""
                insert into thread.entry (thread, n, act, hash, time, effect, state, json)
                values (:thread, :n, :act, :hash, :time, :effect, :state, :json)
                """)
                .param("thread", entry.thread())
                .param("n", entry.n())
                .param("act", entry.act())
                .param("hash", entry.hash())
                .param("time", entry.time().atOffset(UTC))
                .param("effect", entry.effect())
                .param("state", entry.state())
                .param("json", signed.json())
                .update();
    }

    Optional<SignedEntry> at(String thread, long n) {
        return db.sql("select json from thread.entry where thread = :thread and n = :n")
                .param("thread", thread)
                .param("n", n)
                .query(byte[].class)
                .optional()
                .map(SignedEntry::read);
    }

    Optional<SignedEntry> of(String act) {
        return db.sql("select json from thread.entry where act = :act")
                .param("act", act)
                .query(byte[].class)
                .optional()
                .map(SignedEntry::read);
    }

    List<SignedEntry> after(String thread, long n) {
        return db
                .sql("select json from thread.entry where thread = :thread and n > :n order by n limit 200")
                .param("thread", thread)
                .param("n", n)
                .query(byte[].class)
                .list()
                .stream()
                .map(SignedEntry::read)
                .toList();
    }

    boolean holds(String thread, String hash) {
        return db.sql("select exists (select from thread.entry where thread = :thread and hash = :hash)")
                .param("thread", thread)
                .param("hash", hash)
                .query(Boolean.class)
                .single();
    }

    void snapshot(String thread, long n, String state) {
        db.sql("insert into thread.snapshot (thread, n, state) values (:thread, :n, :state)")
                .param("thread", thread)
                .param("n", n)
                .param("state", state)
                .update();
    }

    /** Newest first; the register itself says which of them are true. */
    List<Snapshot> snapshots(String thread) {
        return db.sql("select n, state from thread.snapshot where thread = :thread order by n desc limit 100")
                .param("thread", thread)
                .query(Snapshot.class)
                .list();
    }

    record Snapshot(long n, String state) {}
}
