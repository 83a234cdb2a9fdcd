package org.comity.exchange.restored;

import static java.time.ZoneOffset.UTC;

import java.sql.Array;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.comity.thread.Restoration.Head;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What counterparts say that they hold, until it is here too. */
@Repository
class HeadRows {

    private final JdbcClient db;

    HeadRows(JdbcClient db) {
        this.db = db;
    }

    /** Nothing of a thread that does not come after the one that was asked behind: it was told already. */
    void put(String counterpart, Head head, String after) {
        db.sql("""
                insert into exchange.head (counterpart, thread, n, hash, open)
                select :counterpart, :thread, :n, :hash, :open where cast(:thread as text) > cast(:after as text)
                on conflict (counterpart, thread) do update set n = :n, hash = :hash, open = :open
                """)
                .param("counterpart", counterpart)
                .param("thread", head.thread())
                .param("n", head.n())
                .param("hash", head.hash())
                .param("open", head.open().toArray(String[]::new))
                .param("after", after)
                .update();
    }

    void listed(String counterpart, Instant at) {
        db.sql("""
                insert into exchange.heads_listed (counterpart, at) values (:counterpart, :at)
                on conflict (counterpart) do update set at = :at
                """)
                .param("counterpart", counterpart)
                .param("at", at.atOffset(UTC))
                .update();
    }

    boolean isListed(String counterpart) {
        return db.sql("select exists (select from exchange.heads_listed where counterpart = :counterpart)")
                .param("counterpart", counterpart)
                .query(Boolean.class)
                .single();
    }

    /** The last thread that a counterpart has told of, or an empty text. */
    String lastThread(String counterpart) {
        return db.sql("select coalesce(max(thread), '') from exchange.head where counterpart = :counterpart")
                .param("counterpart", counterpart)
                .query(String.class)
                .single();
    }

    List<Head> some(String counterpart, String after, int limit) {
        return db.sql("""
                select thread, n, hash, open from exchange.head
                 where counterpart = :counterpart and thread > :after
                 order by thread
                 limit :limit
                """)
                .param("counterpart", counterpart)
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> {
                    Array open = row.getArray("open");
                    return new Head(
                            row.getString("thread"), row.getLong("n"), row.getString("hash"), Arrays.asList((String[])
                                    open.getArray()));
                })
                .list();
    }

    long count(String counterpart) {
        return db.sql("select count(*) from exchange.head where counterpart = :counterpart")
                .param("counterpart", counterpart)
                .query(Long.class)
                .single();
    }

    void remove(String counterpart, String thread) {
        db.sql("delete from exchange.head where counterpart = :counterpart and thread = :thread")
                .param("counterpart", counterpart)
                .param("thread", thread)
                .update();
    }

    void forget(String counterpart) {
        db.sql("delete from exchange.head where counterpart = :counterpart")
                .param("counterpart", counterpart)
                .update();
        db.sql("delete from exchange.heads_listed where counterpart = :counterpart")
                .param("counterpart", counterpart)
                .update();
    }

    /** What was heard of the state before the restore means nothing after it. */
    void forgetBefore(Instant restored) {
        db.sql("""
                delete from exchange.head h
                 where not exists (select from exchange.heads_listed l
                                    where l.counterpart = h.counterpart and l.at >= :restored)
                """).param("restored", restored.atOffset(UTC)).update();
        db.sql("delete from exchange.heads_listed where at < :restored")
                .param("restored", restored.atOffset(UTC))
                .update();
    }

    /** These acts were taken back after the restore, so that none of them leaves. */
    void recalled(List<String> acts, Instant at) {
        db.sql("""
                update exchange.outbox
                   set status = 'RECALLED', settled_at = :at, last_error = 'restored'
                 where action = 'ACT' and status = 'QUEUED' and subject = any (:acts)
                """)
                .param("at", at.atOffset(UTC))
                .param("acts", acts.toArray(String[]::new))
                .update();
    }

    /** Asked already, and not so long ago that it should be asked again. */
    boolean asked(String counterpart, String subject, Instant since) {
        return db.sql("""
                select exists (select from exchange.outbox
                                where destination = :counterpart and action in ('RETURN', 'FETCH') and subject = :subject
                                  and (status = 'QUEUED' or created_at > :since))
                """)
                .param("counterpart", counterpart)
                .param("subject", subject)
                .param("since", since.atOffset(UTC))
                .query(Boolean.class)
                .single();
    }

    /** What the counterpart says unasked means nothing. */
    boolean wasAsked(String counterpart, String subject, Instant restored) {
        return db.sql("""
                select exists (select from exchange.outbox
                                where destination = :counterpart and action = 'RETURN' and subject = :subject
                                  and created_at >= :restored)
                """)
                .param("counterpart", counterpart)
                .param("subject", subject)
                .param("restored", restored.atOffset(UTC))
                .query(Boolean.class)
                .single();
    }

    Optional<String> lastError(String counterpart) {
        return db.sql("""
                select last_error from exchange.outbox
                 where destination = :counterpart and action = 'RETURN' and last_error is not null
                   and status in ('QUEUED', 'GIVEN_UP')
                 order by id desc limit 1
                """).param("counterpart", counterpart).query(String.class).optional();
    }
}
