package org.comity.operator;

import static java.time.ZoneOffset.UTC;

import java.util.Optional;
import org.comity.directory.DirectoryList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every list that we signed, and the one that waits for others to sign it. */
@CollatesDirectory
@Repository
class PublishedLists {

    private final JdbcClient db;

    PublishedLists(JdbcClient db) {
        this.db = db;
    }

    Optional<DirectoryList.Signed> newest() {
        return db.sql("select json from operator.list order by sequence desc limit 1")
                .query((row, n) -> DirectoryList.Signed.read(row.getBytes("json")))
                .optional();
    }

    void keep(DirectoryList.Signed signed) {
        db.sql("insert into operator.list (sequence, hash, json, issued) values (:sequence, :hash, :json, :issued)")
                .param("sequence", signed.list().sequence())
                .param("hash", signed.list().hash())
                .param("json", signed.json())
                .param("issued", signed.list().issued().atOffset(UTC))
                .update();
    }

    Optional<DirectoryList.Signed> waiting() {
        return db.sql("select json from operator.waiting_list")
                .query((row, n) -> DirectoryList.Signed.read(row.getBytes("json")))
                .optional();
    }

    /** In the place of what waited before. */
    void await(DirectoryList.Signed next) {
        db.sql("insert into operator.waiting_list (json) values (:json) on conflict (one) do update set json = :json")
                .param("json", next.json())
                .update();
    }

    void nothingWaits() {
        db.sql("delete from operator.waiting_list").update();
    }
}
