package org.comity.api;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the answers that programs were given, in table {@code api.answer}. */
@Repository
class AnswerRows {

    private static final int SWEPT_AT_ONCE = 100;

    private final JdbcClient db;

    AnswerRows(JdbcClient db) {
        this.db = db;
    }

    /** False if the key is taken; waits while another wish with this key is being done. */
    boolean claim(String key, String fingerprint, Instant now, Duration running) {
        return db.sql("""
                        insert into api.answer (id, fingerprint, kept_at, running)
                        values (:id, :fingerprint, :now, :running)
                            on conflict (id) do nothing
                        """)
                        .param("id", key)
                        .param("fingerprint", fingerprint)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("running", running.toMillis())
                        .update()
                == 1;
    }

    void keep(String key, int status, byte[] body) {
        db.sql("update api.answer set status = :status, body = :body where id = :id")
                .param("id", key)
                .param("status", status)
                .param("body", body)
                .update();
    }

    Optional<Kept> find(String key) {
        return db.sql("select fingerprint, status, body from api.answer where id = :id and body is not null")
                .param("id", key)
                .query((row, n) -> new Kept(row.getString("fingerprint"), row.getInt("status"), row.getBytes("body")))
                .optional();
    }

    /** Those too old, this key's among them, some at a time. */
    void forget(String key, Old old) {
        db.sql("""
                delete from api.answer where %1$s and (id = :id or id in (
                    select id from api.answer where %1$s order by kept_at limit :some
                       for update skip locked))
                """.formatted(Old.CONDITION))
                .param("id", key)
                .params(old.values())
                .param("some", SWEPT_AT_ONCE)
                .update();
    }

    /** Those too old, whether a program asks again or not; some at a time. */
    int sweep(Old old) {
        return db.sql("""
                delete from api.answer where id in (
                    select id from api.answer where %s order by kept_at limit :some for update skip locked)
                """.formatted(Old.CONDITION))
                .params(old.values())
                .param("some", SWEPT_AT_ONCE)
                .update();
    }

    /** Old by the clock and by the node's running time: a clock that was set forward makes no wish be done twice. */
    record Old(Instant before, Duration running) {

        private static final String CONDITION = "kept_at < :before and (running is null or running < :running)";

        private Map<String, Object> values() {
            return Map.of("before", before.atOffset(ZoneOffset.UTC), "running", running.toMillis());
        }
    }

    record Kept(String fingerprint, int status, byte[] body) {}
}
