package org.comity.thread.register;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which follower has not followed a thread, and from which entry on. */
@Repository
class FollowerBacklogRows {

    /** @param n first entry that it has not followed */
    record Behind(String thread, String follower, long n, int attempts) {}

    private final JdbcClient db;

    FollowerBacklogRows(JdbcClient db) {
        this.db = db;
    }

    void add(String thread, String follower, long n, Instant now) {
        db.sql("""
                insert into thread.behind (thread, follower, n, attempts, next_at)
                values (:thread, :follower, :n, 0, :now)
                on conflict (thread, follower) do nothing
                """)
                .param("thread", thread)
                .param("follower", follower)
                .param("n", n)
                .param("now", now.atOffset(UTC))
                .update();
    }

    Set<String> followers(String thread) {
        return db.sql("select follower from thread.behind where thread = :thread")
                .param("thread", thread)
                .query(String.class)
                .set();
    }

    List<Behind> due(Instant now, int limit) {
        return db.sql("""
                select thread, follower, n, attempts from thread.behind
                 where next_at <= :now order by next_at, thread, follower limit :limit
                """)
                .param("now", now.atOffset(UTC))
                .param("limit", limit)
                .query(Behind.class)
                .list();
    }

    /**
     * A clock that went back leaves followers that wait for a day which is far: they are told now.
     *
     * @param latest for which one that failed can wait
     */
    int clockWentBack(Instant now, Instant latest) {
        return db.sql("update thread.behind set next_at = :now where next_at > :latest")
                .param("now", now.atOffset(UTC))
                .param("latest", latest.atOffset(UTC))
                .update();
    }

    boolean holds(Behind row) {
        return followers(row.thread()).contains(row.follower());
    }

    void later(Behind row, Instant next) {
        db.sql("""
                update thread.behind set attempts = attempts + 1, next_at = :next
                 where thread = :thread and follower = :follower
                """)
                .param("next", next.atOffset(UTC))
                .param("thread", row.thread())
                .param("follower", row.follower())
                .update();
    }

    void remove(Behind row) {
        db.sql("delete from thread.behind where thread = :thread and follower = :follower")
                .param("thread", row.thread())
                .param("follower", row.follower())
                .update();
    }
}
