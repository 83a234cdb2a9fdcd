package org.comity.paper;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files of past requests between preview and import, and which requests are here already. */
@Repository
class SheetRows {

    private final JdbcClient db;

    SheetRows(JdbcClient db) {
        this.db = db;
    }

    void keep(String id, String name, byte[] content, String official, Instant at) {
        db.sql("delete from cooperation.paper_sheet where at < :before")
                .param("before", at.minus(java.time.Duration.ofDays(1)).atOffset(UTC))
                .update();
        db.sql(
                        "insert into cooperation.paper_sheet (id, name, content, official, at) values (:id, :name, :content, :official, :at)")
                .param("id", id)
                .param("name", name)
                .param("content", content)
                .param("official", official)
                .param("at", at.atOffset(UTC))
                .update();
    }

    Optional<byte[]> content(String id) {
        return db.sql("select content from cooperation.paper_sheet where id = :id")
                .param("id", id)
                .query(byte[].class)
                .optional();
    }

    boolean known(String key) {
        return db.sql("select count(*) from cooperation.paper_imported where key = :key")
                        .param("key", key)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** @return false if it has been brought in meanwhile */
    boolean take(String key, Instant at) {
        return db.sql("""
                insert into cooperation.paper_imported (key, thread, reference, at) values (:key, '', '', :at)
                on conflict do nothing
                """).param("key", key).param("at", at.atOffset(UTC)).update() == 1;
    }

    void became(String key, String thread, String reference) {
        db.sql("update cooperation.paper_imported set thread = :thread, reference = :reference where key = :key")
                .param("thread", thread)
                .param("reference", reference)
                .param("key", key)
                .update();
    }
}
